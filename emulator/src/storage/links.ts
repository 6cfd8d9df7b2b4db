import type { Signer } from './signer';

/** Life of a download address when the caller names none: one day. */
const DEFAULT_MAX_AGE_SEC = 86_400;

/** Longest life of a download address. */
const MAX_MAX_AGE_SEC = 365 * 86_400;

/** How long an upload may start after its metadata was given out. */
const UPLOAD_SEC = 900;

const UPLOAD_PATH = '/storage/upload/';
const FILE_PATH = '/storage/file/';

const encodePath = (path: string): string => Buffer.from(path).toString('base64url');
const decodePath = (text: string): string => Buffer.from(text, 'base64url').toString('utf8');

/** What the SDK needs for one upload: where to `PUT`, and what to send as `authorization`. */
export interface UploadTicket {
  url: string;
  authorization: string;
}

/** What a signed request claims; the signature is not checked yet. */
export interface Claim {
  path: string;
  expires: number;
  signature: string;
}

/**
 * Makes the addresses of stored files. The cloud path travels encoded, so that no character of it (`#`, `%`, Chinese)
 * can change the address, and `encodeURI`, which the SDK applies to it, changes nothing.
 */
export class Links {
  constructor(
    private readonly signer: Signer,
    /** `http://127.0.0.1:<port>`; known once the server listens. */
    private readonly base: () => string,
  ) {}

  /** Address from which `path` can be read for `maxAge` seconds. */
  download(path: string, maxAge: unknown): string {
    const usable = typeof maxAge === 'number' && Number.isInteger(maxAge) && maxAge > 0;
    const seconds = usable ? Math.min(maxAge, MAX_MAX_AGE_SEC) : DEFAULT_MAX_AGE_SEC;
    const { expires, signature } = this.signer.sign('get', path, seconds);
    const name = (path.split('/').at(-1) ?? '').replace(/[^A-Za-z0-9._-]/g, '_');
    return `${this.base()}${FILE_PATH}${encodePath(path)}/${name}?sign=${signature}&t=${expires}`;
  }

  upload(path: string): UploadTicket {
    const { expires, signature } = this.signer.sign('put', path, UPLOAD_SEC);
    return { url: `${this.base()}${UPLOAD_PATH}${encodePath(path)}`, authorization: `t=${expires}&sign=${signature}` };
  }

  /** Reads a download address; `undefined` for other addresses. */
  parseDownload(url: URL): Claim | undefined {
    if (!url.pathname.startsWith(FILE_PATH)) return undefined;
    const [encoded = ''] = url.pathname.slice(FILE_PATH.length).split('/');
    return claim(encoded, url.searchParams);
  }

  isUpload(url: URL): boolean {
    return url.pathname.startsWith(UPLOAD_PATH);
  }

  /** Reads an upload address and the `authorization` sent with it. */
  parseUpload(url: URL, authorization: string): Claim {
    return claim(url.pathname.slice(UPLOAD_PATH.length), new URLSearchParams(authorization));
  }

  fault(purpose: 'get' | 'put', { path, expires, signature }: Claim): ReturnType<Signer['fault']> {
    return this.signer.fault(purpose, path, expires, signature);
  }
}

function claim(encoded: string, parameters: URLSearchParams): Claim {
  return {
    path: decodePath(encoded),
    expires: Number(parameters.get('t')),
    signature: parameters.get('sign') ?? '',
  };
}
