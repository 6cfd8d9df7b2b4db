import type { IncomingMessage, ServerResponse } from 'node:http';
import { WireError, type Json } from '../service';

/**
 * Reads a request body of at most `limit` bytes. A longer one is read to its end and dropped, because a client that
 * is cut off while it sends sees a broken connection instead of the reason; then EXCEED_MAX_PAYLOAD_SIZE is thrown.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > limit) throw new WireError('EXCEED_MAX_PAYLOAD_SIZE', `request body exceeds ${limit} bytes`);
  return Buffer.concat(chunks);
}

/** Reads a JSON object; throws WireError INVALID_PARAM for anything else. */
export async function readJson(request: IncomingMessage, limit: number): Promise<Json> {
  const text = (await readBody(request, limit)).toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new WireError('INVALID_PARAM', 'request body is not valid JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new WireError('INVALID_PARAM', 'request body must be a JSON object');
  }
  return value as Json;
}

/** Sends JSON; a reply that was already begun or whose client has gone is left alone. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent || response.destroyed) return;
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
  });
  response.end(text);
}

/** Sends bytes. The type tells the SDK that they are none of its errors, which are JSON. */
export function sendBytes(response: ServerResponse, bytes: Buffer, requestId: string): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(200, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': bytes.length,
    'Cache-Control': 'no-store',
    'X-Request-Id': requestId,
  });
  response.end(bytes);
}

/** True when the client went away in the middle of its request: nobody to answer, and no failure of ours. */
export const clientLeft = (request: IncomingMessage): boolean => request.destroyed && !request.complete;
