import type { Database } from '../schema';
import type { Files } from './files';
import type { CallWechat } from './wechat';

/** What a function gets from the cloud that runs it. */
export interface Platform {
  readonly db: Database;
  readonly files: Files;
  /** WeChat's identity of the caller, as the cloud states it for the running call; never from the event. */
  openid(): string | undefined;
  /** The mini-program that the caller uses, where there is one. */
  appId(): string | undefined;
  /** What set the call off, such as `timer`, where the cloud says so. */
  trigger(): string | undefined;
  now(): number;
  readonly callWechat: CallWechat;
  /** Whether the running call brings WeChat's token, without which every open interface refuses. */
  mayCallWechat(): boolean;
}
