import type { Failure } from './check';

export type MediaKind = 'image' | 'audio' | 'video';

/** WeChat's message of a verdict on a picture or sound, as far as it is used. */
export interface MediaPush {
  traceId: string;
  appId: string;
  /** `none`: WeChat could not fetch the file, or says what nobody understands. */
  suggest: 'pass' | 'review' | 'risky' | 'none';
}

/** WeChat's numbers of kinds of media; video it does not look at. */
export const mediaTypes: Readonly<Record<Exclude<MediaKind, 'video'>, 1 | 2>> = { audio: 1, image: 2 };

type Unknown = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Unknown => (typeof value === 'object' && value !== null ? (value as Unknown) : {});

/** The push in an event, or `undefined` where it is none: whatever else comes is refused. */
export function mediaPushIn(event: unknown): MediaPush | undefined {
  const { MsgType, Event, appid, trace_id: traceId, version, errcode, result } = fieldsOf(event);
  if (MsgType !== 'event' || Event !== 'wxa_media_check' || version !== 2) return undefined;
  if (typeof appid !== 'string' || typeof traceId !== 'string' || traceId === '') return undefined;
  const { suggest } = fieldsOf(result);
  const known = errcode === 0 && (suggest === 'pass' || suggest === 'review' || suggest === 'risky');
  return { traceId, appId: appid, suggest: known ? suggest : 'none' };
}

/** The id under which WeChat will tell its verdict, or why it was not asked. */
export function traceOf(reply: unknown): { traceId: string } | Failure {
  const { errcode, trace_id: traceId } = fieldsOf(reply);
  if (errcode === 0) return typeof traceId === 'string' && traceId !== '' ? { traceId } : 'unknown';
  if (errcode === 45009) return 'quota';
  if (errcode === 61010) return 'visit';
  return errcode === -1 ? 'down' : 'unknown';
}
