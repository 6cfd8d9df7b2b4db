import { clientActions } from './clientActions';
import type { ActionName, Actions } from './registry';

type AdminAction = { [N in ActionName]: Actions[N] extends { served: 'admin' } ? N : never }[ActionName];

export type ClientFunction = 'api' | 'admin';
export type FunctionName = ClientFunction | 'timer' | 'push';

/** The actions that a function must have handlers for. */
export type ServedBy<F extends ClientFunction> = F extends 'admin' ? AdminAction : Exclude<ActionName, AdminAction>;

export const functionOf = (action: ActionName): ClientFunction => clientActions[action]?.served ?? 'api';

/** Open interfaces of WeChat's (云调用) that functions call. */
export type OpenApi =
  'wxacode.getUnlimited' | 'subscribeMessage.send' | 'security.msgSecCheck' | 'security.mediaCheckAsync';

/** Those by which functions that serve clients check words, pictures and sound. */
const checks = ['security.msgSecCheck', 'security.mediaCheckAsync'] as const;

/** The deployer's key by which names are stored so that nobody reads them (`kernel/seal.ts`). */
export const SEAL_KEY = 'SEAL_KEY';
/** Ids of the templates of subscription messages, such as `event:ID,reply:ID,matter:ID,digest:ID`; what is missing is off. */
export const MESSAGE_TEMPLATES = 'MESSAGE_TEMPLATES';

/** Settings of each deployed function. Seconds, MB; the open interfaces that it may call; variables of the deployer's. */
export const functionSettings: Record<
  FunctionName,
  { timeoutSec: number; memoryMb: number; openApis?: readonly OpenApi[]; variables?: readonly string[] }
> = {
  api: {
    timeoutSec: 10,
    memoryMb: 256,
    openApis: ['wxacode.getUnlimited', 'subscribeMessage.send', ...checks],
    variables: [SEAL_KEY, MESSAGE_TEMPLATES],
  },
  admin: {
    timeoutSec: 60,
    memoryMb: 512,
    openApis: ['subscribeMessage.send', ...checks],
    variables: [SEAL_KEY, MESSAGE_TEMPLATES],
  },
  timer: { timeoutSec: 300, memoryMb: 256, openApis: ['subscribeMessage.send'], variables: [MESSAGE_TEMPLATES] },
  /** WeChat's message push; it calls nothing of WeChat's itself. */
  push: { timeoutSec: 10, memoryMb: 256 },
};

/** One trigger; the timer function takes whatever work is due. Seven fields, UTC+8: every minute. */
export const timerTriggers = [{ name: 'minute', cron: '0 * * * * * *' }] as const;
