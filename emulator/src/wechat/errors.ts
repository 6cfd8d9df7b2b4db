import { randomBytes } from 'node:crypto';

/**
 * Words that come with WeChat's codes. From the pages of the interfaces and the global list of error codes
 * (developers.weixin.qq.com), and from public records of replies; docs/parity.md says which is which.
 */
const WORDS = {
  [-1]: 'system error',
  40003: 'invalid openid',
  40004: 'invalid media type',
  40008: 'invalid message type',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40066: 'invalid url',
  40097: 'invalid args',
  40129: 'invalid scene',
  40159: 'invalid length for path, or the data is not json string',
  40169: 'invalid length for scene, or the data is not json string',
  41030: 'invalid page',
  43101: 'user refuse to accept the msg',
  44002: 'empty post data',
  44004: 'empty content',
  45002: 'content size out of limit',
  45009: 'reach max api daily quota limit',
  45015: 'response out of time limit or subscription is canceled',
  47001: 'data format error',
  47003: 'argument invalid!',
  61010: 'code is expired',
  87014: 'risky content',
} as const;

/** A refusal of an open interface: `{errcode, errmsg}`. */
export class OpenApiError extends Error {
  readonly errmsg: string;

  constructor(
    readonly errcode: number,
    readonly words: string,
  ) {
    const errmsg = `${words} rid: ${traceId()}`;
    super(errmsg);
    this.errmsg = errmsg;
  }
}

/** The refusal with this code, in WeChat's words or with more detail. */
export const refusal = (errcode: keyof typeof WORDS, words: string = WORDS[errcode]): OpenApiError =>
  new OpenApiError(errcode, words);

/** A refusal by the cloud on the way to the interface; wx-server-sdk has the words for the numbers. */
export class PlatformError extends Error {
  constructor(
    readonly errorCode: number,
    readonly words: string,
  ) {
    super(`${errorCode} ${words}`);
  }
}

export const platform = {
  argsError: () => new PlatformError(-601002, 'system args error'),
  invalidCloudId: () => new PlatformError(-601005, 'invalid cloudID'),
  unauthorizedEnv: () => new PlatformError(-601012, 'unauthorized env'),
  notFound: () => new PlatformError(-604100, 'API not found'),
  noPermission: () => new PlatformError(-604101, 'function has no permission to call this API'),
  timeout: () => new PlatformError(-604102, 'call open API timeout'),
};

let traces = 0;

/**
 * An id in the shape of WeChat's `trace_id` and `rid`: three groups of eight hex digits, the first the time. The second
 * counts, so that those of one moment sort as they were made.
 */
export function traceId(now: number = Date.now()): string {
  traces = (traces + 1) % 2 ** 32;
  const groups = [Math.floor(now / 1000).toString(16), traces.toString(16), randomBytes(4).toString('hex')];
  return groups.map((group) => group.padStart(8, '0')).join('-');
}
