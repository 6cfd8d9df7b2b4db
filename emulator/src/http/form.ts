import type { IncomingMessage } from 'node:http';
import { Busboy } from '@fastify/busboy';
import { WireError, type Json } from '../service';
import { readBody } from './body';

/** More parts than any request of the SDK has; beyond it a form is refused. */
const MAX_PARTS = 100;

/** True for the encoding in which the SDK sends what holds bytes. */
export const isForm = (request: IncomingMessage): boolean =>
  /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '');

/**
 * Reads a `multipart/form-data` body of at most `limit` bytes into one object: text for a plain part, a Buffer for one
 * that is declared as bytes (`application/octet-stream`, or with a file name). Throws WireError INVALID_PARAM for
 * anything that is not a whole form, EXCEED_MAX_PAYLOAD_SIZE for a longer one.
 */
export async function readForm(request: IncomingMessage, limit: number): Promise<Json> {
  const body = await readBody(request, limit);
  try {
    return await parseForm(request.headers['content-type'] ?? '', body, limit);
  } catch (error) {
    throw new WireError('INVALID_PARAM', `request body is not valid multipart/form-data: ${(error as Error).message}`);
  }
}

function parseForm(contentType: string, body: Buffer, limit: number): Promise<Json> {
  return new Promise((resolve, reject) => {
    const parts: [string, string | Buffer][] = [];
    const form = new Busboy({
      headers: { 'content-type': contentType },
      limits: { parts: MAX_PARTS, fieldSize: limit, fileSize: limit },
    });
    form.on('field', (name, value) => parts.push([name, value]));
    const fail = (error: unknown): void => reject(error instanceof Error ? error : new Error(String(error)));
    form.on('file', (name, stream) => {
      // A part that is cut off fails by itself, and an error that nobody hears would end the emulator.
      stream.on('error', fail);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => parts.push([name, Buffer.concat(chunks)]));
    });
    form.on('partsLimit', () => reject(new Error(`more than ${MAX_PARTS} parts`)));
    form.on('error', fail);
    form.on('finish', () => resolve(Object.fromEntries(parts)));
    form.end(body);
  });
}
