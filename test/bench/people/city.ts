import { HOUR_MS } from '../../../contract/durations';
import type { EventDoc } from '../../../cloudfunctions/domains/event/collections';
import { newEvent } from '../../../cloudfunctions/domains/event/rules/event';
import type { OrgDoc } from '../../../cloudfunctions/domains/org/collections';
import { newOrg } from '../../../cloudfunctions/domains/org/rules/org';
import type { MemberDoc } from '../../../cloudfunctions/kernel/collections';
import { growLarge, LARGE } from '../../../scripts/seed/large';
import { memberDocument } from '../../../scripts/seed/documents';
import { demoOrgs } from '../../../scripts/seed/seed';
import type { Stack } from '../../support/stack';
import { grow } from '../grow/grow';

/** Nodes of the tree. */
export const NODES = 2000;
/** Documents that hang on the branch that is moved. */
export const THINGS = 10_000;
export const MOVED = 'bench-moved';
export const SIX = 'bench-six';

async function theOrg({ db }: Stack, id: string): Promise<OrgDoc> {
  const org = await db.orgs.get(id);
  if (org === undefined) throw new Error(`the demo city has no ${id}`);
  return org;
}

/** The demo city as `npm run seed -- --size city` leaves it, with branches of one district up to two thousand nodes. */
export async function growCity(stack: Stack): Promise<void> {
  const { db } = stack;
  const small = (await demoOrgs()).map(({ id }) => id);
  await growLarge(db, { small, at: Date.now(), size: LARGE }, () => undefined);
  const { path: above } = await theOrg(stack, 'D13');
  const branch = (index: number): OrgDoc =>
    newOrg({ id: `bench-${index}`, name: `第${index}团支部`, kind: 'branch', above });
  await grow(db.orgs, branch, { from: 0, to: NODES - (await db.orgs.count({})) - 1 });
  await db.orgs.add(newOrg({ id: MOVED, name: '要移动的团支部', kind: 'branch', above }));
  const own = await db.orgs.find({ kind: 'branch' }, { limit: 6 });
  const six = { key: SIX, name: '六处的人', orgs: own.map(({ _id }) => _id) };
  const city = { orgs: new Map(own.map((org) => [org._id, org])), at: Date.now() };
  await db.members.add(memberDocument(six, city, SIX));
}

/** What hangs on the branch that is moved: as many members as events. */
export async function fillMoved(stack: Stack): Promise<void> {
  const org = await theOrg(stack, MOVED);
  const at = Date.now();
  const city = { orgs: new Map([[MOVED, org]]), at };
  const member = (index: number): MemberDoc => {
    const key = `bench-moved-${index}`;
    return memberDocument({ key, name: '要移动的人', orgs: [MOVED] }, city, key);
  };
  const said = {
    title: '晨读',
    kind: 'recitation',
    place: '草坪',
    about: '读半小时。',
    capacity: 20,
    form: [],
  } as const;
  const plan = { ...said, form: [], startsAt: at - 2 * HOUR_MS, endsAt: at - HOUR_MS, deadline: at - 3 * HOUR_MS };
  const event = (index: number): EventDoc => newEvent({ id: `bench-e${index}`, org, memberId: 'nobody' }, plan, at, []);
  await grow(stack.db.members, member, { from: 0, to: THINGS / 2 });
  await grow(stack.db.events, event, { from: 0, to: THINGS / 2 });
}
