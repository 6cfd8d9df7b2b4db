import type { MessageTemplate, NoticeKind } from '../../../contract/shared/notices/constants';
import type { Doc } from '../../kernel/port';
import type { CallWechat } from '../../kernel/wechat';

/** Something to tell one member. Told once for each `to`, `kind`, `thing` and `about`, however often it is said. */
export interface NewNotice {
  /** The member's id. */
  to: string;
  kind: NoticeKind;
  /** Id of what it leads to. */
  thing: string;
  /** What of the thing is told: a version, a time, an id; another one is another notice. */
  about: string;
  /** As it reads, in Chinese: one line, and one or two sentences. Never another person's name or absence. */
  data: { title: string; text: string };
}

/**
 * How far its WeChat message has come. `due`: to be sent from `dueAt` on; `sending`: somebody does, and nobody else will,
 * even if he breaks off; `sent`; `none`: it is in the inbox and stays there alone.
 */
export type MessageState = 'due' | 'sending' | 'sent' | 'none';

export interface NoticeDoc extends Doc {
  to: string;
  kind: NoticeKind;
  thing: string;
  data: { title: string; text: string };
  at: number;
  read: boolean;
  message: MessageState;
  dueAt: number;
}

/** Hours of the day in Shanghai, as in the configuration. */
export interface Quiet {
  from: number;
  to: number;
}

/**
 * What one member wants of WeChat messages, and what they may still cost: his consents and the last messages stand in one
 * document, so that a message uses up both in one conditional update (docs/adr/0048). `_id` is the member's.
 */
export interface ConsentsDoc extends Doc {
  /** Consents by template that no message has used up; never below zero. */
  left: Partial<Record<MessageTemplate, number>>;
  /** When the last messages were sent and about which notice, the latest last, as many as a week's cap can be. */
  sent: { at: number; about: string }[];
  /** Kinds of which he said otherwise than the table. */
  on: Partial<Record<NoticeKind, boolean>>;
  perWeek: number;
  /** Null: messages at any hour. */
  quiet: Quiet | null;
  /** Another one after each change. */
  version: number;
  /** Commands that changed it, the last of them. */
  commands: string[];
}

/** What the timer could do when it ran last. `_id` is `timer`. */
export interface MessengerDoc extends Doc {
  /** Whether its calls bring WeChat's token, so that it may send messages. */
  able: boolean;
  at: number;
}

/** What a call needs to send messages: WeChat, which it may ask only where it brings a token. */
export interface Sender {
  readonly callWechat: CallWechat;
}
