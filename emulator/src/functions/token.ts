import { isMiniProgramCall } from './event';
import type { Identity } from './types';

/** Stands for the secret; nothing here asks what it is, only whether it came with the call. */
const TOKEN = 'local-wx-api-token';

/**
 * True where WeChat's token for open interfaces comes with a call; without one the cloud refuses them all
 * (docs.cloudbase.net/error-code/INVALID_PARAM).
 */
export const hasWechatToken = (identity: Identity): boolean => identity.wechatToken ?? isMiniProgramCall(identity);

/** The variable in which the SDK finds the token of a call: one of its own for timers. */
export function tokenVariables(identity: Identity): Record<string, string> {
  if (!hasWechatToken(identity)) return {};
  return identity.trigger === 'timer' ? { WX_TRIGGER_API_TOKEN_V0: TOKEN } : { WX_API_TOKEN: TOKEN };
}
