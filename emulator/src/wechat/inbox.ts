import { randomUUID } from 'node:crypto';
import type { Records, Stored } from './records';
import type { MessageField } from './types';

/** Older messages are forgotten. */
const KEPT = 1000;

/** A message as it is kept. */
export interface SentMessage {
  openid: string;
  templateId: string;
  title?: string;
  fields: MessageField[];
  page?: string;
  state: string;
  lang: string;
  read: boolean;
  /** Set when it was cleared away: the clearing it went with, which can be taken back. */
  cleared?: string;
}

/** Subscription messages that WeChat would have delivered. */
export class Inbox {
  /** Goes into the ids, so that messages of one millisecond stay in order, those of an earlier run before. */
  private count: number;

  constructor(
    private readonly records: Records,
    private readonly now: () => number,
  ) {
    // An earlier run may have sent more messages than milliseconds have passed, or by a clock that was ahead.
    const last = this.records.list('message').map(({ id }) => Number(id.slice(1)));
    this.count = last.reduce((most, one) => Math.max(most, one), Date.now());
    this.purge();
  }

  /** Newest first. */
  list(): Stored<SentMessage>[] {
    return this.records.list<SentMessage>('message').filter(({ value }) => value.cleared === undefined);
  }

  add(message: Omit<SentMessage, 'read'>): void {
    const at = this.now();
    this.count += 1;
    this.records.together(() => {
      this.records.put('message', `m${this.count}`, at, { ...message, read: false });
      this.records.trim('message', KEPT);
    });
  }

  markRead(): void {
    this.change(
      this.list().filter(({ value }) => !value.read),
      { read: true },
    );
  }

  /** Clears what is there; what was cleared before is gone for good. The id takes this clearing back. */
  clear(): { cleared: number; batch: string } {
    const batch = randomUUID();
    return this.records.together(() => {
      this.purge();
      const messages = this.list();
      this.change(messages, { cleared: batch });
      return { cleared: messages.length, batch };
    });
  }

  /** Brings back what the last clearing took; 0 where another one came after it. */
  restore(batch: string): number {
    const messages = this.records.list<SentMessage>('message').filter(({ value }) => value.cleared === batch);
    this.change(messages, { cleared: undefined });
    return messages.length;
  }

  private change(messages: readonly Stored<SentMessage>[], part: Partial<SentMessage>): void {
    this.records.together(() => {
      for (const { id, at, value } of messages) this.records.put('message', id, at, { ...value, ...part });
    });
  }

  private purge(): void {
    for (const { id, value } of this.records.list<SentMessage>('message')) {
      if (value.cleared !== undefined) this.records.remove('message', id);
    }
  }
}
