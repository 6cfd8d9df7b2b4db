import type { Role } from '../../../contract/roles';
import { dayOf, startOfDay } from '../../../contract/day';
import type { ActionInput, ActionName } from '../../../contract/registry';
import { bookDocument } from '../../../cloudfunctions/domains/book/rules/book';
import type { BookDoc } from '../../../cloudfunctions/domains/book/collections';
import type { EventDoc } from '../../../cloudfunctions/domains/event/collections';
import type { MemberDoc } from '../../../cloudfunctions/kernel/collections';
import type { OrgDoc } from '../../../cloudfunctions/domains/org/collections';
import type { RecommendationDoc } from '../../../cloudfunctions/domains/recommendation/collections';
import type { Stack } from '../../support/stack';
import { newCommandId } from '../../support/stack';

/*
 * A small city with a secret in every corner: root ─ d1 ─ b1 (what is asked about), b2 (sibling); root ─ d2 ─ b3.
 * Each org has an event, a recommendation and a member; the names carry canaries to look for in replies.
 */

export const canary = (orgId: string): string => `canary${orgId}`;

const orgs: readonly (readonly string[])[] = [
  ['root'],
  ['root', 'd1'],
  ['root', 'd2'],
  ['root', 'd1', 'b1'],
  ['root', 'd1', 'b2'],
  ['root', 'd2', 'b3'],
];
const pathOf = (orgId: string): readonly string[] => orgs.find((path) => path.at(-1) === orgId) ?? [];

interface Person {
  orgId: string;
  grants?: { role: Role; orgId: string }[];
  disabled?: boolean;
}

const grant = (role: Role, orgId: string) => [{ role, orgId }];

/** Who calls: everybody that `reliability.md` names, by what they are to the branch b1. */
export const people = {
  disabledMember: { orgId: 'b1', disabled: true },
  disabledAdmin: { orgId: 'root', grants: grant('cityAdmin', 'root'), disabled: true },
  member: { orgId: 'b1' },
  siblingMember: { orgId: 'b2' },
  otherMember: { orgId: 'b3' },
  judge: { orgId: 'b1', grants: grant('judge', 'root') },
  auditor: { orgId: 'b1', grants: grant('auditor', 'root') },
  ownSecretary: { orgId: 'b1', grants: grant('branchSecretary', 'b1') },
  siblingSecretary: { orgId: 'b2', grants: grant('branchSecretary', 'b2') },
  parentAdmin: { orgId: 'd1', grants: grant('orgAdmin', 'd1') },
  otherAdmin: { orgId: 'd2', grants: grant('orgAdmin', 'd2') },
  districtCityAdmin: { orgId: 'd1', grants: grant('cityAdmin', 'd1') },
  cityAdmin: { orgId: 'root', grants: grant('cityAdmin', 'root') },
} as const satisfies Record<string, Person>;

export type Who = keyof typeof people | 'nobody' | 'stranger';
/** Everybody, with two who have no record: no identity at all, and a WeChat user who never joined. */
export const everybody: readonly Who[] = ['nobody', 'stranger', ...(Object.keys(people) as (keyof typeof people)[])];

export const openidOf = (who: Who): string | undefined => (who === 'nobody' ? undefined : `openid-${who}`);

const org = (path: readonly string[]): OrgDoc => {
  const _id = path.at(-1) ?? '';
  const kind = path.length === 1 ? 'committee' : path.length === 2 ? 'district' : 'branch';
  const joinCode = kind === 'branch' ? `JOIN${_id.toUpperCase()}` : `closed-${_id}`;
  return { _id, name: `org${_id}`, kind, parentId: path.at(-2) ?? null, path: [...path], joinCode };
};

const member = (who: string, { orgId, grants = [], disabled = false }: Person): MemberDoc => ({
  _id: who,
  openid: `openid-${who}`,
  name: who,
  orgIds: [orgId],
  scope: [...pathOf(orgId)],
  grants,
  disabled,
  joinedAt: 1,
});

const book = { id: 'k1', title: '乡土中国', author: '费孝通', publisher: null, isbn: null, tone: 'ink' } as const;

const recommendation = (orgId: string, now: number): RecommendationDoc => ({
  _id: `r-${orgId}`,
  orgId,
  orgPath: [...pathOf(orgId)],
  orgName: `org${orgId}`,
  memberId: 'someone',
  recommenderName: 'x',
  book: { ...book },
  reason: canary(orgId),
  questions: ['1', '2', '3'],
  pointer: 'x',
  publishAt: now - 1000,
  withdrawn: false,
  version: 1,
  createdAt: now - 1000,
  commands: [],
});

const event = (orgId: string, now: number): EventDoc => ({
  _id: `e-${orgId}`,
  orgId,
  orgPath: [...pathOf(orgId)],
  orgName: `org${orgId}`,
  memberId: 'someone',
  title: canary(orgId),
  kind: 'lecture',
  place: 'x',
  about: 'x',
  startsAt: now + 86_400_000,
  endsAt: now + 90_000_000,
  deadline: now + 80_000_000,
  capacity: 5,
  form: [],
  cancelled: false,
  version: 1,
  queue: [],
  queued: 0,
  commands: [],
  createdAt: now,
});

const HOUR = 3_600_000;
/** Half past an hour, soon: no window of an hourly limit ends while a test counts. */
export const halfPast = (): number => (Math.floor(Date.now() / HOUR) + 1.5) * HOUR;

/** Puts the city into an empty stack. */
export async function buildCity({ db }: Pick<Stack, 'db'>): Promise<void> {
  const now = Date.now();
  await db.orgs.addAll(orgs.map(org));
  await db.members.addAll(Object.entries(people).map(([who, person]) => member(who, person)));
  await db.recommendations.addAll(orgs.map((path) => recommendation(path.at(-1) ?? '', now)));
  await db.events.addAll(orgs.map((path) => event(path.at(-1) ?? '', now)));
  await db.books.addAll(orgs.map((path) => enteredBook([...path])));
  await db.books.add({ _id: 'k1', ...withoutId(book), terms: ['乡土'], audience: 'all', addedAt: 1 });
  const words = { ticket: 't', kind: 'complaint' as const, text: 'x', at: now, replyBy: '20261130', reply: null };
  await db.feedback.add({ _id: 'f-b1', memberId: 'member', ...words });
}

const corrected = (orgId: string) => ({ title: `更正${orgId}`, author: '佚名' });
/** A book of the catalogue that the org's own secretary entered. */
const enteredBook = (orgPath: string[]): BookDoc => ({
  ...bookDocument({ title: `录入${orgPath.at(-1)}`, author: '佚名', publisher: null, isbn: null }, 1, {
    kind: 'entered',
    memberId: 'someone',
    orgPath,
  }),
  _id: `k-${orgPath.at(-1)}`,
});

const withoutId = ({ title, author, publisher, isbn, tone }: typeof book) => ({ title, author, publisher, isbn, tone });

/** A good input for every action, about things of the org `orgId`: a new action without one is a compile error. */
export const inputs: { [N in ActionName]: (orgId: string) => ActionInput<N> } = {
  'me.session': () => ({}),
  'me.join': () => ({ commandId: newCommandId(), joinCode: 'JOINB1', name: '小江', fourteenOrOlder: true }),
  'org.joinCode': (orgId) => ({ orgId }),
  'org.joinCodes': (orgId) => ({ orgId }),
  'org.below': (orgId) => ({ orgId }),
  'home.today': () => ({}),
  'home.seen': () => ({ commandId: newCommandId(), events: [], tickets: [] }),
  'checkin.submit': () => ({ commandId: newCommandId(), bookId: 'k1', when: { kind: 'tap', elapsedMs: 0 } }),
  'checkin.remove': () => ({ commandId: newCommandId(), day: dayOf(Date.now()), bookId: 'k1' }),
  'checkin.undo': () => ({
    commandId: newCommandId(),
    of: newCommandId(),
    what: 'tap',
    day: dayOf(Date.now()),
    bookId: 'k1',
  }),
  'checkin.month': () => ({ month: dayOf(Date.now()).slice(0, 6) }),
  'checkin.ofBook': () => ({ bookId: 'k1' }),
  'book.search': () => ({ q: '乡土' }),
  'book.get': () => ({ bookId: 'k1' }),
  'book.preview': () => ({ bookId: 'k1' }),
  'book.correct': (orgId) => ({ commandId: newCommandId(), bookId: `k-${orgId}`, version: 0, ...corrected(orgId) }),
  'book.add': () => ({ commandId: newCommandId(), title: '边城', author: '沈从文' }),
  'shelf.overview': () => ({}),
  'shelf.list': () => ({ status: 'want' }),
  'shelf.move': () => ({ commandId: newCommandId(), bookId: 'k1', to: 'want' }),
  'shelf.undo': () => ({ commandId: newCommandId(), of: newCommandId(), bookId: 'k1' }),
  'recommendation.create': (orgId) => ({ commandId: newCommandId(), orgId, bookId: 'k1', ...words }),
  'recommendation.revise': (orgId) => ({ commandId: newCommandId(), id: `r-${orgId}`, version: 1, ...words }),
  'recommendation.setWithdrawn': (orgId) => ({ commandId: newCommandId(), id: `r-${orgId}`, withdrawn: false }),
  'recommendation.list': () => ({ which: 'visible' }),
  'recommendation.get': (orgId) => ({ id: `r-${orgId}` }),
  'recommendation.preview': (orgId) => ({ id: `r-${orgId}` }),
  'event.create': (orgId) => ({ commandId: newCommandId(), orgId, form: [], ...plan() }),
  'event.revise': (orgId) => ({ commandId: newCommandId(), id: `e-${orgId}`, version: 1, ...plan() }),
  'event.setCancelled': (orgId) => ({ commandId: newCommandId(), id: `e-${orgId}`, cancelled: false }),
  'event.list': () => ({ which: 'open' }),
  'event.get': (orgId) => ({ id: `e-${orgId}` }),
  'event.preview': (orgId) => ({ id: `e-${orgId}` }),
  'event.signUp': (orgId) => ({ commandId: newCommandId(), id: `e-${orgId}`, answers: [] }),
  'event.cancelSignup': (orgId) => ({ commandId: newCommandId(), id: `e-${orgId}` }),
  'event.roster': (orgId) => ({ id: `e-${orgId}` }),
  'feedback.submit': () => ({ commandId: newCommandId(), kind: 'complaint', text: '打不开' }),
  'feedback.mine': () => ({}),
  'feedback.inbox': () => ({}),
  'feedback.reply': () => ({ commandId: newCommandId(), id: 'f-b1', text: '已修好' }),
};

const words = { reason: '新荐语', questions: ['一', '二', '三'], pointer: '第一章' };
const plan = () => {
  const start = startOfDay(dayOf(Date.now())) + 10 * 86_400_000;
  return {
    title: '新活动',
    kind: 'lecture' as const,
    place: '礼堂',
    about: '介绍',
    startsAt: start,
    endsAt: start + 3_600_000,
    deadline: start,
    capacity: 5,
  };
};
