import { demoEvents } from '../../demo/events';
import { demoMembers, type DemoMember } from '../../demo/members';
import { demoRecommendations } from '../../demo/recommendations';
import { addDays, dayOf, startOfDay } from '../../contract/day';
import { deriveId } from '../../cloudfunctions/kernel/ids';
import type { BookDoc } from '../../cloudfunctions/domains/book/collections';
import type { EventDoc } from '../../cloudfunctions/domains/event/collections';
import type { MemberDoc } from '../../cloudfunctions/kernel/collections';
import type { OrgDoc } from '../../cloudfunctions/domains/org/collections';
import type { RecommendationDoc } from '../../cloudfunctions/domains/recommendation/collections';

const HOUR = 3_600_000;

export const memberId = (key: string): string => deriveId('m', 'demo', key);
export const eventId = (key: string): string => deriveId('e', 'demo', key);
/** Somebody who is no persona has an openid that only the seeding knows. */
export const fillerOpenid = (key: string): string => `demo-openid-filler-${key}`;

/** The instant `hour` o'clock Shanghai time, `days` after the day of `at`. */
const instant = (at: number, days: number, hour: number): number => startOfDay(addDays(dayOf(at), days)) + hour * HOUR;

function find<T>(items: ReadonlyMap<string, T>, key: string): T {
  const item = items.get(key);
  if (item === undefined) throw new Error(`demo data names ${key}, which is not there`);
  return item;
}

/** What the documents are made from: the organisations by id, the books by title, the members by key. */
export interface City {
  orgs: ReadonlyMap<string, OrgDoc>;
  books: ReadonlyMap<string, BookDoc>;
  at: number;
}

const memberByKey = new Map<string, DemoMember>(demoMembers.map((member) => [member.key, member]));

export function memberDocuments({ orgs, at }: City, openidOf: (key: string) => string): MemberDoc[] {
  return demoMembers.map(({ key, name, orgs: orgIds, grants = [] }) => ({
    _id: memberId(key),
    openid: openidOf(key),
    name,
    orgIds: [...orgIds],
    scope: [...new Set(orgIds.flatMap((id) => find(orgs, id).path))],
    grants: [...grants],
    disabled: false,
    desk: [],
    joinedAt: at - 60 * 24 * HOUR,
  }));
}

export function recommendationDocuments({ orgs, books, at }: City): RecommendationDoc[] {
  return demoRecommendations.map((item) => {
    const org = find(orgs, item.orgId);
    const { _id: id, title, author, publisher, isbn, tone } = find(books, item.title);
    const publishAt = instant(at, item.day, item.hour);
    return {
      _id: deriveId('r', 'demo', item.key),
      orgId: org._id,
      orgPath: org.path,
      orgName: org.name,
      memberId: memberId(item.by),
      recommenderName: find(memberByKey, item.by).name,
      book: { id, title, author, publisher, isbn, tone },
      reason: item.reason,
      questions: [...item.questions],
      pointer: item.pointer,
      publishAt,
      withdrawn: false,
      version: 1,
      createdAt: Math.min(publishAt, at),
      commands: [],
    };
  });
}

/** Without sign-ups: those are made by the people themselves. */
export function eventDocuments({ orgs, at }: City): EventDoc[] {
  return demoEvents.map((event) => {
    const org = find(orgs, event.orgId);
    const startsAt = instant(at, event.day, event.hour);
    return {
      _id: eventId(event.key),
      orgId: org._id,
      orgPath: org.path,
      orgName: org.name,
      memberId: memberId(event.by),
      title: event.title,
      kind: event.kind,
      place: event.place,
      about: event.about,
      startsAt,
      endsAt: startsAt + event.hours * HOUR,
      deadline: startsAt - event.closes * HOUR,
      capacity: event.capacity,
      form: [...event.form],
      cancelled: false,
      version: 1,
      queue: [],
      queued: 0,
      gone: [],
      commands: [],
      createdAt: at,
    };
  });
}
