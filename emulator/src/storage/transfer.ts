import { randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { lookup } from 'mrmime';
import { clientLeft } from '../http/body';
import { describeError, type Log } from '../log';
import { WireError, type HttpRoute } from '../service';
import { isKnown, rangeFits } from './conditions';
import type { FileStore, StoredFile } from './files';
import type { Claim, Links } from './links';
import { parseRange } from './range';
import { TooLarge } from './receive';
import { readUpload } from './upload';

/** By the ending of the name, as the cloud's storage does for uploads that name no type. */
function typeOf(path: string): string {
  const type = lookup(path) ?? 'application/octet-stream';
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}

export interface TransferOptions {
  files: FileStore;
  links: Links;
  maxFileBytes: number;
  log: Log;
}

/** `PUT` or `POST` with the metadata of getUploadMetadata, `GET` and `HEAD` of signed addresses. Errors are XML, as on COS. */
export function transferRoutes({ files, links, maxFileBytes, log }: TransferOptions): readonly HttpRoute[] {
  const guarded =
    (answer: HttpRoute): HttpRoute =>
    async (request, response, url) => {
      try {
        return await answer(request, response, url);
      } catch (error) {
        if (clientLeft(request) || readerLeft(error)) return true;
        log({ level: 'error', scope: 'storage', message: describeError(error) });
        return refuse(request, response, 500, 'InternalError', 'We encountered an internal error. Please try again.');
      }
    };
  return [guarded(upload), guarded(download)];

  async function upload(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
    if (!links.isUpload(url)) return false;
    if (request.method !== 'PUT' && request.method !== 'POST')
      return refuse(request, response, 405, 'MethodNotAllowed', 'Use PUT or POST.');
    try {
      const { authorization, key, content } = await readUpload(request, maxFileBytes);
      const claim = links.parseUpload(url, authorization);
      if (refuseClaim('put', claim, request, response)) return true;
      if (key !== undefined && key !== claim.path)
        return refuse(request, response, 403, 'SignatureDoesNotMatch', 'The key does not match the signed path.');
      await files.write(claim.path, content, maxFileBytes);
    } catch (error) {
      if (error instanceof WireError && error.code === 'INVALID_PARAM')
        return refuse(request, response, 400, 'MalformedPOSTRequest', error.message);
      if (!(error instanceof TooLarge || error instanceof WireError)) throw error;
      const message = `Your proposed upload exceeds the maximum allowed object size of ${maxFileBytes} bytes.`;
      return refuse(request, response, 400, 'EntityTooLarge', message);
    }
    // COS answers a form with 204, the body of a PUT with 200.
    const status = request.method === 'POST' ? 204 : 200;
    response.writeHead(status, { 'Content-Length': 0, 'x-cos-request-id': randomUUID() }).end();
    return true;
  }

  async function download(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
    const claim = links.parseDownload(url);
    if (!claim) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refuse(request, response, 405, 'MethodNotAllowed', 'Use GET or HEAD.');
    }
    const faulty = refuseClaim('get', claim, request, response);
    if (faulty) return true;
    const opened = await files.open(claim.path);
    if (!opened) return refuse(request, response, 404, 'NoSuchKey', 'The specified key does not exist.');
    await send(request, response, opened.file, opened.handle).finally(() => opened.handle.close());
    return true;
  }

  async function send(
    request: IncomingMessage,
    response: ServerResponse,
    file: StoredFile,
    handle: FileHandle,
  ): Promise<void> {
    const etag = `"${file.etag}"`;
    const version = { etag, updated: file.updated };
    const headers = {
      ETag: etag,
      'Last-Modified': new Date(file.updated).toUTCString(),
      'Accept-Ranges': 'bytes',
      'Cache-Control': 'private, max-age=0',
      'Content-Type': typeOf(file.path),
      // The preview and the files share an origin here: an uploaded page must not run as the preview.
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
    };
    if (isKnown(request.headers, version)) return void response.writeHead(304, headers).end();
    const range = rangeFits(request.headers, version) ? parseRange(request.headers.range, file.size) : undefined;
    if (range === 'unsatisfiable') {
      return void response.writeHead(416, { 'Content-Range': `bytes */${file.size}`, 'Content-Length': 0 }).end();
    }
    const { start, end } = range ?? { start: 0, end: file.size - 1 };
    response.writeHead(range ? 206 : 200, {
      ...headers,
      'Content-Length': end - start + 1,
      ...(range ? { 'Content-Range': `bytes ${start}-${end}/${file.size}` } : {}),
    });
    if (request.method === 'HEAD' || file.size === 0) return void response.end();
    await pipeline(handle.createReadStream({ start, end, autoClose: false }), response);
  }

  function refuseClaim(
    purpose: 'get' | 'put',
    claim: Claim,
    request: IncomingMessage,
    response: ServerResponse,
  ): boolean {
    const fault = links.fault(purpose, claim);
    if (fault === 'mismatch') {
      return refuse(request, response, 403, 'SignatureDoesNotMatch', 'The signature does not match.');
    }
    return fault === 'expired' && refuse(request, response, 403, 'AccessDenied', 'Request has expired');
  }
}

/** True when the client went away while it was sent the file. */
const readerLeft = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException | undefined)?.code === 'ERR_STREAM_PREMATURE_CLOSE';

/** Answers with the error body of COS. Always true: the request is answered. */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
): true {
  request.resume();
  if (response.headersSent) {
    response.destroy();
    return true;
  }
  const id = randomUUID();
  const body =
    `<?xml version='1.0' encoding='utf-8' ?>\n<Error><Code>${code}</Code><Message>${message}</Message>` +
    `<Resource></Resource><RequestId>${id}</RequestId><TraceId>${id}</TraceId></Error>`;
  const send = (): void => {
    if (response.headersSent || response.destroyed) return;
    response.writeHead(status, { 'Content-Type': 'application/xml', 'x-cos-request-id': id }).end(body);
  };
  // A client that is still sending would see a broken connection instead of the reason.
  if (request.complete) send();
  else request.once('end', send).once('close', send);
  return true;
}
