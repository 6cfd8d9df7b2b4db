/** A picture as a reply carries it. */
export interface Picture {
  contentType: string;
  base64: string;
}

/** Bytes as text, or as they are where the cloud hands them through. */
function base64Of(buffer: unknown): string | undefined {
  if (typeof buffer === 'string') return buffer;
  if (buffer instanceof Uint8Array) return Buffer.from(buffer).toString('base64');
  const { data } = (buffer ?? {}) as { data?: unknown };
  return Array.isArray(data) ? Buffer.from(data as number[]).toString('base64') : undefined;
}

/** The picture that WeChat answered with; undefined where it answered anything else. */
export function pictureIn(reply: unknown): Picture | undefined {
  const { contentType, buffer } = (reply ?? {}) as { contentType?: unknown; buffer?: unknown };
  const base64 = base64Of(buffer);
  return typeof contentType === 'string' && base64 ? { contentType, base64 } : undefined;
}
