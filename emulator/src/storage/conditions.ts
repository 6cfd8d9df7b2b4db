import type { IncomingHttpHeaders } from 'node:http';

/** What a reader may ask about: the whole file's tag and its time of storing, epoch milliseconds. */
export interface Version {
  /** In quotes. */
  etag: string;
  updated: number;
}

/** True when the reader has this version already (RFC 9110, 13.2.2): status 304. */
export function isKnown(headers: IncomingHttpHeaders, { etag, updated }: Version): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));
  const since = Date.parse(headers['if-modified-since'] ?? '');
  // HTTP knows whole seconds only.
  return Math.floor(updated / 1000) * 1000 <= since;
}

/** True when a range is asked for of this version, or of any: a part of another version would spoil the whole. */
export function rangeFits(headers: IncomingHttpHeaders, { etag, updated }: Version): boolean {
  const condition = headers['if-range'];
  if (typeof condition !== 'string') return true;
  return condition.startsWith('"') ? condition === etag : Date.parse(condition) === Math.floor(updated / 1000) * 1000;
}
