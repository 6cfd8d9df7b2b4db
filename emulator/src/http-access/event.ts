import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

/** Number of the account in `requestContext`; the cloud puts the owner's there. */
const ACCOUNT = 1250000000;

/** Bodies of these types are text on the way to a function; all others, and text that is not UTF-8, are Base64. */
const TEXT = /^(text\/|application\/(json|xml|javascript|x-www-form-urlencoded|[\w.+-]+\+(json|xml))\b)/i;

/** Body of at most this many bytes, as documented (docs.cloudbase.net/error-code/service/EXCEED_MAX_PAYLOAD_SIZE). */
export const MAX_TEXT_BYTES = 100 * 1024;
export const MAX_BODY_BYTES = 6 * 1024 * 1024;

/** An HTTP request as a function gets it (cloud.tencent.com/document/product/876/41776). */
export interface HttpEvent {
  path: string;
  httpMethod: string;
  headers: Record<string, string>;
  multiValueHeaders: Record<string, string[]>;
  queryStringParameters: Record<string, string>;
  requestContext: { requestId: string; envId: string; appId: number; uin: number };
  body: string;
  isBase64Encoded: boolean;
}

/** True when the request's own words say that its body is text; without any words the bytes decide. */
export function isText(request: IncomingMessage, body: Buffer): boolean {
  const type = request.headers['content-type'];
  return (type === undefined || TEXT.test(type)) && isUtf8(body);
}

/** Makes the event of one request. A parameter that is there twice has its last value. */
export function httpEvent(
  request: IncomingMessage,
  url: URL,
  path: string,
  body: Buffer,
  context: { requestId: string; envId: string },
): HttpEvent {
  const multiValueHeaders: Record<string, string[]> = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) if (values) multiValueHeaders[name] = values;
  const text = isText(request, body);
  return {
    path,
    httpMethod: request.method ?? 'GET',
    headers: Object.fromEntries(Object.entries(multiValueHeaders).map(([name, values]) => [name, values.join(', ')])),
    multiValueHeaders,
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext: { ...context, appId: ACCOUNT, uin: ACCOUNT },
    body: body.toString(text ? 'utf8' : 'base64'),
    isBase64Encoded: !text,
  };
}
