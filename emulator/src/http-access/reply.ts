import { validateHeaderName, validateHeaderValue, type OutgoingHttpHeaders } from 'node:http';
import { WireError, type Json } from '../service';

/** What goes back to the client of an HTTP access. */
export interface HttpReply {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

/** Headers that describe the connection to the client; a function cannot set them. */
const OWN = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'upgrade', 'date', 'trailer']);

const TEXT = 'text/plain; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * Turns a function's result into a response (cloud.tencent.com/document/product/876/41776): text and numbers as
 * text/plain, objects as JSON, and `{statusCode, headers, body, isBase64Encoded}` as it says.
 * Throws WireError FUNCTIONS_EXECUTE_FAIL for such an object that no response can be made of.
 */
export function httpReply(result: unknown): HttpReply {
  if (isIntegration(result)) return integration(result);
  if (result === null) return reply(200, TEXT, '');
  if (typeof result === 'object') return reply(200, JSON_TYPE, JSON.stringify(result));
  return reply(200, TEXT, typeof result === 'string' ? result : JSON.stringify(result));
}

const reply = (status: number, type: string, body: string): HttpReply => ({
  status,
  headers: { 'content-type': type },
  body: Buffer.from(body),
});

/** Without a status an object is plain data, whatever else it holds. */
function isIntegration(result: unknown): result is Json {
  return typeof result === 'object' && result !== null && !Array.isArray(result) && 'statusCode' in result;
}

function integration({ statusCode, headers = {}, body = '', isBase64Encoded = false }: Json): HttpReply {
  if (!Number.isInteger(statusCode) || (statusCode as number) < 200 || (statusCode as number) > 599) {
    throw invalid('statusCode must be an integer from 200 to 599');
  }
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) {
    throw invalid('headers must be an object');
  }
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    status: statusCode as number,
    headers: { 'content-type': typeof body === 'object' ? JSON_TYPE : TEXT, ...checkHeaders(headers as Json) },
    body: Buffer.from(text, isBase64Encoded === true ? 'base64' : 'utf8'),
  };
}

function checkHeaders(headers: Json): OutgoingHttpHeaders {
  const checked: OutgoingHttpHeaders = {};
  for (const [key, value] of Object.entries(headers)) {
    const name = key.toLowerCase();
    if (OWN.has(name) || value === null) continue;
    const values = (Array.isArray(value) ? value : [value]).map(String);
    try {
      validateHeaderName(name);
      for (const one of values) validateHeaderValue(name, one);
    } catch {
      throw invalid(`header ${JSON.stringify(key.slice(0, 100))} is not one`);
    }
    checked[name] = values.length === 1 ? values[0] : values;
  }
  return checked;
}

const invalid = (why: string): WireError => new WireError('FUNCTIONS_EXECUTE_FAIL', `invalid response: ${why}`);
