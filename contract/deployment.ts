import { type FunctionName, timeoutSec } from './functions';

/*
 * How functions are deployed. No client carries any of it: the names of a deployer's secrets are nobody's business there.
 */

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
    timeoutSec: timeoutSec.api,
    memoryMb: 256,
    openApis: ['wxacode.getUnlimited', 'subscribeMessage.send', ...checks],
    variables: [SEAL_KEY, MESSAGE_TEMPLATES],
  },
  admin: {
    timeoutSec: timeoutSec.admin,
    memoryMb: 512,
    openApis: ['subscribeMessage.send', ...checks],
    variables: [SEAL_KEY, MESSAGE_TEMPLATES],
  },
  timer: {
    timeoutSec: timeoutSec.timer,
    memoryMb: 256,
    openApis: ['subscribeMessage.send'],
    variables: [MESSAGE_TEMPLATES],
  },
  /** WeChat's message push; it calls nothing of WeChat's itself. */
  push: { timeoutSec: timeoutSec.push, memoryMb: 256 },
};

/** One trigger; the timer function takes whatever work is due. Seven fields, UTC+8: every minute. */
export const timerTriggers = [{ name: 'minute', cron: '0 * * * * * *' }] as const;
