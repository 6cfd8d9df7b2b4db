import type { InvocationOutcome } from '../functions/types';
import { WireError } from '../service';
import type { WechatConfig } from './config';
import { publicIdOf, type Consents } from './consents';
import type { Inbox, SentMessage } from './inbox';
import type { Journal } from './journal';
import type { MediaQueue, MediaVerdict } from './media';
import type { People } from './people';
import type { Stored } from './records';
import type { Settings } from './settings';
import type { Consent, InboxMessage, OpenCall, PendingMedia, Person, WechatSettings } from './types';
import type { Visits } from './visits';

/** The parts of the stand-ins that a tester works with. */
export interface WechatParts {
  config: WechatConfig;
  settings: Settings;
  visits: Visits;
  consents: Consents;
  inbox: Inbox;
  media: MediaQueue;
  journal: Journal;
  people: People;
}

const iso = (ms: number): string => new Date(ms).toISOString();

/**
 * What a tester may look at and switch: `emulator.wechat` in a test, `/emulator/wechat/*` over HTTP, and the console.
 * Users go in as openids and come out as people; only `deliveries` tells openids, to tests in the same process.
 */
export class Wechat {
  constructor(private readonly parts: WechatParts) {}

  settings(): WechatSettings {
    return this.parts.settings.current();
  }

  /** Switches what is given; the rest stays. */
  set(part: Partial<WechatSettings>): void {
    this.parts.settings.change(part);
  }

  /** Notes that a user uses the mini-program now: his texts are checked for two hours. */
  visit(openid: string): void {
    this.parts.visits.note(openid);
  }

  /** As if the user had not been here: his texts are refused with 61010. */
  forgetVisit(openid: string): void {
    this.parts.visits.forget(openid);
  }

  /** The user agrees to that many messages of the template. */
  grantConsent(openid: string, templateId: string, times = 1): void {
    this.parts.consents.grant(openid, templateId, times);
  }

  revokeConsent(openid: string, templateId: string): void {
    this.parts.consents.revoke(openid, templateId);
  }

  /** Takes back what stands in one line of `consents`; false where it is gone. */
  revokeLine(id: string): boolean {
    const grant = this.parts.consents.find(id);
    if (grant) this.parts.consents.revoke(grant.openid, grant.templateId);
    return grant !== undefined;
  }

  consents(): Consent[] {
    const { consents, people } = this.parts;
    return consents.list().map((grant) => {
      const { openid, templateId, left } = grant;
      const person = people.describe(openid);
      return { id: publicIdOf(grant), person, templateId, ...this.titleOf(templateId), left };
    });
  }

  /** Messages that were sent, newest first. */
  inbox(): InboxMessage[] {
    const known = new Map<string, Person>();
    const describe = (openid: string): Person => {
      const person = known.get(openid) ?? this.parts.people.describe(openid);
      known.set(openid, person);
      return person;
    };
    return this.parts.inbox.list().map((message) => shown(message, describe));
  }

  /** How many of them were not looked at. */
  unread(): number {
    return this.parts.inbox.list().filter(({ value }) => !value.read).length;
  }

  /** The same with openids, for a test that asks who was told. */
  deliveries(): SentMessage[] {
    return this.parts.inbox.list().map(({ value }) => value);
  }

  markRead(): void {
    this.parts.inbox.markRead();
  }

  /** Empties the inbox; `restoreInbox` takes that back until the next time. */
  clearInbox(): { cleared: number; batch: string } {
    return this.parts.inbox.clear();
  }

  restoreInbox(batch: string): number {
    return this.parts.inbox.restore(batch);
  }

  /** Checks of pictures and sounds whose verdict is to come, newest first. */
  pendingMedia(): PendingMedia[] {
    return this.parts.media.pending().map(({ id, at, value: { openid, due, url, kind, scene, problem } }) => ({
      ...{ traceId: id, at: iso(at), url, kind, scene, person: this.parts.people.describe(openid) },
      ...(due === undefined ? {} : { due: iso(due) }),
      ...(problem === undefined ? {} : { problem }),
    }));
  }

  /**
   * Pushes a verdict to the function that receives it, and waits for it. Rejects with WireError: MEDIA_NOT_FOUND,
   * PUSH_NOT_CONFIGURED, or what the function failed with; the check stays pending then.
   */
  pushVerdict(traceId: string, verdict: MediaVerdict): Promise<InvocationOutcome> {
    return this.parts.media.push(traceId, verdict);
  }

  /** The last calls, newest first. */
  calls(limit?: number): OpenCall[] {
    return this.parts.journal.list(limit);
  }

  /** Ids and titles of the declared templates. */
  templates(): { id: string; title: string }[] {
    return Object.entries(this.parts.config.templates ?? {}).map(([id, { title }]) => ({ id, title }));
  }

  /** The openid of a persona. Throws WireError PERSONA_NOT_FOUND. */
  openidOf(persona: string): string {
    const openid = this.parts.people.openidOf(persona);
    if (openid !== undefined) return openid;
    throw new WireError('PERSONA_NOT_FOUND', `没有“${persona.slice(0, 50)}”这个演示身份`);
  }

  private titleOf(templateId: string): { title?: string } {
    const { templates } = this.parts.config;
    if (templates === undefined || !Object.hasOwn(templates, templateId)) return {};
    return { title: templates[templateId]!.title };
  }
}

function shown({ id, at, value }: Stored<SentMessage>, describe: (openid: string) => Person): InboxMessage {
  const { openid, templateId, title, fields, page, state, read } = value;
  return {
    ...{ id, at: iso(at), to: describe(openid), templateId, fields, state, read },
    ...(title === undefined ? {} : { title }),
    ...(page === undefined ? {} : { page }),
  };
}
