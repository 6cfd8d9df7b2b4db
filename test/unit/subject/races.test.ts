import { eraseMember, mergeMembers } from '../../../cloudfunctions/jobs/persons';
import type { CheckInDoc } from '../../../cloudfunctions/domains/checkin/collections';
import { checkInId } from '../../../cloudfunctions/domains/checkin/rules/checkin';
import type { EventDoc } from '../../../cloudfunctions/domains/event/collections';
import { changedEvents } from '../../../cloudfunctions/domains/event/jobs';
import { join } from '../../../cloudfunctions/shared/participation/store';
import { eventChange, type EventCardDoc } from '../../../cloudfunctions/domains/event/rules/card';
import { gatedDatabase, type Gate } from '../../support/gated';
import { NOW, plan } from '../../support/eventPlan';
import { runJob } from '../../support/runJob';
import { member } from '../kernel/people';

const MINUTE = 60_000;
const entry = (m: string, at: number) => ({ m, c: `c-${m}`, at, a: [] });

async function arrange(people: readonly string[], gate: Gate = {}) {
  const { db } = gatedDatabase(gate);
  for (const id of ['from', 'to', 'next']) await db.members.add(member(id));
  await db.events.add({
    ...plan,
    _id: 'e1',
    orgId: 'o1',
    orgPath: ['o1'],
    orgName: '组织',
    memberId: 'next',
    form: [],
    cancelled: false,
    version: 1,
    commands: [],
    createdAt: 0,
    capacity: 1,
    queue: people.map((m, at) => entry(m, at)),
    queued: people.length,
    unsettledAt: NOW - 2 * MINUTE,
  } satisfies EventDoc);
  const settle = (now: number) => runJob(changedEvents, db, now);
  await settle(NOW);
  const cards = async () => (await db.cards.find({ thing: 'e1' }, { limit: 10 })) as unknown as EventCardDoc[];
  return { db, settle, cards };
}

it.each([
  ['erased', eraseMember, 'from'],
  ['merged into another who waits behind', mergeMembers, 'from:to'],
])('who moves up because somebody was %s is told within minutes, and nobody has two cards', async (_how, job, key) => {
  const { db, settle, cards } = await arrange(job === eraseMember ? ['from', 'next'] : ['to', 'from', 'next']);
  await db.events.update({ _id: 'e1' }, { set: { capacity: job === eraseMember ? 1 : 2 } });
  await runJob(job, db, NOW, key);
  await settle(NOW + 2 * MINUTE);
  const shown = await cards();
  expect(shown.map(({ to }) => to).sort()).toEqual(job === eraseMember ? ['next'] : ['next', 'to']);
  const [promoted] = shown.filter(({ to }) => to === 'next');
  expect(promoted && eventChange(promoted)).toMatchObject({ kind: 'promoted' });
});

it('a member who signs up while his other record’s sign-up becomes his is in the queue once', async () => {
  const gate: Gate = {};
  const { db } = await arrange(['from', 'next'], gate);
  let done = false;
  gate.after = async (call) => {
    if (done || call !== 'events.get') return;
    done = true;
    await join(db.events, 'e1', { memberId: 'to', key: 'k', at: NOW, answers: [] });
  };
  await runJob(mergeMembers, db, NOW, 'from:to');
  expect(done).toBe(true);
  const event = await db.events.get('e1');
  expect([event?.queue.map(({ m }) => m), event?.queued]).toEqual([['to', 'next'], 2]);
});

it('what a member writes into a day while his other record’s is taken into it stays', async () => {
  const gate: Gate = {};
  const { db } = await arrange([], gate);
  const line = (note: string, at: number) => ({ title: '书', author: '人', tone: 'ink' as const, at, note, by: ['*'] });
  const day = (m: string, note: string): CheckInDoc => ({
    _id: checkInId(m, '20261123'),
    memberId: m,
    day: '20261123',
    lines: { b1: line(note, 1) },
    commands: [`old-${m}`],
  });
  await db.checkins.add(day('from', '另一边写的'));
  await db.checkins.add(day('to', '早'));
  let done = false;
  gate.after = async (call) => {
    if (done || call !== 'checkins.get') return;
    done = true;
    const set = { 'lines.b1.note': '刚写下的', 'lines.b1.at': 5 };
    await db.checkins.update({ _id: checkInId('to', '20261123') }, { set, push: { commands: { items: ['new'] } } });
  };
  await runJob(mergeMembers, db, NOW, 'from:to');
  expect(done).toBe(true);
  const merged = await db.checkins.get(checkInId('to', '20261123'));
  expect(merged?.lines.b1?.note).toBe('另一边写的\n刚写下的');
  expect(merged?.commands).toEqual(['old-to', 'new', 'old-from']);
  expect(await db.checkins.get(checkInId('from', '20261123'))).toBeUndefined();
});
