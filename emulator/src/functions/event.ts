import { WireError, type Json } from '../service';
import type { Identity } from './types';

/** Reads the JSON text of an event; empty text is an empty event. Throws WireError INVALID_PARAM. */
export function parseEvent(text: string): Json {
  if (text === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new WireError('INVALID_PARAM', 'request data is not valid JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new WireError('INVALID_PARAM', 'request data must be an object');
  }
  return value as Json;
}

/** `TCB_SOURCE` of calls that come from a mini-program itself; it is the default of a call with an openid. */
const MINI_PROGRAM = ['wx_client', 'wx_devtools'];

/** True for a call that a mini-program itself made: not through another function, a timer, HTTP or a script. */
export const isMiniProgramCall = ({ openId, source = 'wx_client' }: Identity): boolean =>
  openId !== undefined && MINI_PROGRAM.includes(source);

/** Mini-program calls carry `event.userInfo`, which the cloud writes over whatever the client sent under that name. */
export function withUserInfo(event: Json, identity: Identity, appId: string): Json {
  if (!isMiniProgramCall(identity)) return event;
  return { ...event, userInfo: { openId: identity.openId, appId: identity.appId ?? appId } };
}

/** JSON text of an event. Throws WireError INVALID_PARAM for one nested so deeply that it cannot be written again. */
export function eventText(event: Json): string {
  try {
    return JSON.stringify(event);
  } catch {
    throw new WireError('INVALID_PARAM', 'request data is nested too deeply');
  }
}
