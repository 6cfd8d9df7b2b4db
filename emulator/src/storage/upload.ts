import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { readForm } from '../http/form';
import { WireError } from '../service';

/** Room for the fields around the file of a form. */
const FIELDS_BYTES = 64 * 1024;

/** What a client sends to store a file. */
export interface Upload {
  /** The signature given out with the address. */
  authorization: string;
  /** The path it says it stores, if it says so. */
  key: string | undefined;
  content: Readable;
}

/**
 * Reads an upload in either of the two ways COS takes: a `PUT` whose body is the file (SDK 3), or a `POST` with a form
 * in which the signature, the key and the file are fields (SDK 2, and so wx-server-sdk 2 and 3).
 * Throws WireError for a form that is broken, has no file, or is larger than a file of `limit` bytes can make it.
 */
export async function readUpload(request: IncomingMessage, limit: number): Promise<Upload> {
  if (request.method !== 'POST') {
    const { authorization = '', key } = request.headers;
    return { authorization, key: typeof key === 'string' ? decode(key) : undefined, content: request };
  }
  const { Signature: authorization, key, file } = await readForm(request, limit + FIELDS_BYTES);
  if (!Buffer.isBuffer(file) && typeof file !== 'string')
    throw new WireError('INVALID_PARAM', 'the form has no field file');
  return {
    authorization: typeof authorization === 'string' ? authorization : '',
    key: typeof key === 'string' ? key : undefined,
    content: Readable.from([Buffer.from(file)]),
  };
}

/** The header travels encoded. What cannot be decoded is no path, and matches none. */
function decode(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
