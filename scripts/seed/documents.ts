import { demoEvents, type DemoEvent } from '../../demo/events';
import { demoMembers, type DemoGrant, type DemoMember, youthCount, youthKey } from '../../demo/members';
import { neighbours } from '../../demo/neighbours';
import { demoRecommendations } from '../../demo/recommendations';
import { addDays, dayOf, startOfDay } from '../../contract/day';
import { commandKey } from '../../cloudfunctions/shared/participation/rules/seats';
import type { QueueEntry } from '../../cloudfunctions/shared/participation/shape';
import { deriveId } from '../../cloudfunctions/kernel/ids';
import { bookCopy } from '../../cloudfunctions/domains/book/rules/view';
import { newEvent } from '../../cloudfunctions/domains/event/rules/event';
import { newMember } from '../../cloudfunctions/domains/me/rules/joining';
import { newRecommendation } from '../../cloudfunctions/domains/recommendation/rules/recommendation';
import type { BookDoc } from '../../cloudfunctions/domains/book/collections';
import type { EventDoc } from '../../cloudfunctions/domains/event/collections';
import type { Grant } from '../../cloudfunctions/kernel/grants';
import type { MemberDoc } from '../../cloudfunctions/kernel/collections';
import type { OrgDoc } from '../../cloudfunctions/domains/org/collections';
import type { RecommendationDoc } from '../../cloudfunctions/domains/recommendation/collections';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const memberId = (key: string): string => deriveId('m', 'demo', key);
export const eventId = (key: string): string => deriveId('e', 'demo', key);
/** Somebody who is no persona has an openid that only the seeding knows. */
export const fillerOpenid = (key: string): string => `demo-openid-filler-${key}`;

/** The instant `time` o'clock Shanghai time, such as `19:30`, `days` after the day of `at`. */
function instant(at: number, days: number, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return startOfDay(addDays(dayOf(at), days)) + hours * HOUR + minutes * MINUTE;
}

function find<T>(items: ReadonlyMap<string, T>, key: string): T {
  const item = items.get(key);
  if (item === undefined) throw new Error(`demo data names ${key}, which is not there`);
  return item;
}

/** What the documents are made from: the organisations by id, the books by title, the members by key. */
export interface City {
  /** Those of `demo/orgs.csv`, in its order. */
  orgs: ReadonlyMap<string, OrgDoc>;
  books: ReadonlyMap<string, BookDoc>;
  at: number;
}

const memberByKey = new Map<string, DemoMember>(demoMembers.map((member) => [member.key, member]));

/** Orgs whose branch secretary or secretary is somebody whom the demo city names. */
const led = new Set(
  demoMembers.flatMap(({ grants = [] }) =>
    grants.filter(({ role }) => role === 'branchSecretary' || role === 'orgAdmin').map(({ orgId }) => orgId),
  ),
);

const grantOf =
  (at: number) =>
  ({ role, orgId, fromDay, untilDay, of }: DemoGrant): Grant => ({
    ...{ role, orgId },
    ...(fromDay !== undefined && { from: instant(at, fromDay, '00:00') }),
    ...(untilDay !== undefined && { until: instant(at, untilDay, '00:00') }),
    ...(of !== undefined && { of: memberId(of) }),
  });

/** A member of these orgs, who joined two months before the city was made. */
export function memberDocument(
  { key, name, orgs: orgIds, grants = [] }: DemoMember,
  { orgs, at }: Pick<City, 'orgs' | 'at'>,
  openid: string,
): MemberDoc {
  const own = orgIds.map((id) => find(orgs, id));
  const member = newMember(memberId(key), name, own, grants.map(grantOf(at)));
  return { ...member, openid, joinedAt: at - 60 * 24 * HOUR };
}

/** Everybody of the demo city: those whom it names, and their neighbours. */
export const memberDocuments = (city: Pick<City, 'orgs' | 'at'>, openidOf: (key: string) => string): MemberDoc[] =>
  [...demoMembers, ...neighbours([...city.orgs.values()], led)].map((member) =>
    memberDocument(member, city, openidOf(member.key)),
  );

export function recommendationDocuments({ orgs, books, at }: City): RecommendationDoc[] {
  return demoRecommendations.map((item) => {
    const org = find(orgs, item.orgId);
    const publishAt = instant(at, item.day, `${item.hour}:00`);
    const id = deriveId('r', 'demo', item.key);
    const said = {
      recommenderName: find(memberByKey, item.by).name,
      book: bookCopy(find(books, item.title)),
      reason: item.reason,
      questions: [...item.questions],
      pointer: item.pointer,
    };
    return newRecommendation({ id, org, memberId: memberId(item.by), publishAt }, said, Math.min(publishAt, at));
  });
}

/** `youth:5` stands for the first five. */
export const expand = (key: string): string[] => {
  const count = /^youth:(\d+)$/.exec(key)?.[1];
  if (count === undefined) return [key];
  return Array.from({ length: Math.min(Number(count), youthCount) }, (_, index) => youthKey(index));
};

/** Whether an event is past already when the city is made: nobody can sign up for it any more. */
export const isPast = ({ day }: DemoEvent): boolean => day < 0;

/** Who came to a past event, one an hour until it closed. */
function cameTo(event: DemoEvent, plan: Pick<EventDoc, 'startsAt' | 'endsAt' | 'place' | 'deadline'>): QueueEntry[] {
  const people = event.signups.flatMap(expand);
  return people.map((key, index) => {
    const m = memberId(key);
    const at = plan.deadline - (people.length - index) * HOUR;
    return { m, c: commandKey(m, `demo-${event.key}`), at, a: [] };
  });
}

/** Those to come are without sign-ups: these are made by the people themselves. */
export function eventDocuments({ orgs, at }: City): EventDoc[] {
  return demoEvents.map((event) => {
    const org = find(orgs, event.orgId);
    const { title, kind, place, about, capacity, form } = event;
    const plan = {
      ...{ title, kind, place, about, capacity, form: [...form] },
      startsAt: instant(at, event.day, event.from),
      endsAt: instant(at, event.day, event.to),
      deadline: instant(at, event.day - event.closes.daysBefore, event.closes.at),
    };
    const queue = isPast(event) ? cameTo(event, plan) : [];
    const origin = { id: eventId(event.key), org, memberId: memberId(event.by) };
    return newEvent(origin, plan, Math.min(at, queue[0]?.at ?? at), queue);
  });
}
