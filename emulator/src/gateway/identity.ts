import { LOOPBACK } from '../functions/environment';
import type { Identity } from '../functions/types';
import type { Persona } from './personas';

/** What a persona's login tells the functions. `source` is the call's TCB_SOURCE. */
export function identityOf(persona: Persona, source: string): Identity {
  const { id, openid, unionid, uid, customUserId } = persona;
  return {
    openId: openid,
    persona: id,
    source,
    clientIp: LOOPBACK,
    ...(unionid ? { unionId: unionid } : {}),
    ...(uid ? { uid } : {}),
    ...(customUserId ? { customUserId } : {}),
  };
}
