import { pageOfEvents } from '../../../cloudfunctions/domains/event/lists';
import { newEvent } from '../../../cloudfunctions/domains/event/rules/event';
import { findPlace, findRoster } from '../../../cloudfunctions/shared/participation/store';
import { people } from '../../support/domains';
import { HOUR, NOW, plan } from '../../support/eventPlan';
import { startTown } from '../../support/settled';
import type { Stack } from '../../support/stack';
import { measuredDatabase, type MeasuredDatabase } from '../../support/wire';

/* What a screen reads from the database does not grow with the people in an event. */

jest.setTimeout(60_000);

const [viewer] = people;
const EVENTS = 5;
const eastBranch = { _id: 'eastBranch', path: ['city', 'east', 'eastBranch'], name: '东支部' };
const form = [{ id: 'piece', label: '诵读篇目', kind: 'text' as const, required: true, options: [] }];

let stack: Stack;
let measured: MeasuredDatabase;
beforeAll(async () => {
  stack = await startTown({ clock: NOW });
  measured = await measuredDatabase(stack.emulator.adminUrl);
});
afterAll(async () => {
  await measured.close();
  await stack.stop();
});

/** As many people in each event, I among them, all of whom answered its form. */
async function arrange(count: number): Promise<void> {
  await stack.db.events.remove({ orgId: 'eastBranch' });
  const queue = Array.from({ length: count }, (_, index) => ({
    m: index === 1 ? 'reader' : `m${10_000 + index}`,
    c: `c${10_000 + index}`,
    at: NOW + index,
    a: [{ fieldId: 'piece', value: '岳阳楼记' }],
  }));
  for (let index = 0; index < EVENTS; index += 1) {
    const origin = { id: `e${index}`, org: eastBranch, memberId: 'secretary' };
    await stack.db.events.add(newEvent(origin, { ...plan, startsAt: plan.startsAt + index * HOUR, form }, 0, queue));
  }
}

it.each<[string, (db: MeasuredDatabase['db']) => Promise<unknown>]>([
  ['events to sign up for', (db) => pageOfEvents(db, 'open', viewer!, { now: NOW, cursor: undefined })],
  ['my events', (db) => pageOfEvents(db, 'mine', viewer!, { now: NOW, cursor: undefined })],
  ['an event for who signs up', (db) => findPlace(db.events, 'e0', { memberId: 'reader', key: 'k' }, ['title'])],
  ['a later page of the roster', (db) => findRoster(db.events, 'e0', [NOW + 20, 'c10020'], ['title'])],
])('%s', async (_name, read) => {
  await arrange(100);
  const few = await measured.bytesOf(() => read(measured.db));
  await arrange(400);
  const many = await measured.bytesOf(() => read(measured.db));
  // A digit more in the number of people.
  expect(Math.abs(many - few)).toBeLessThan(20 * EVENTS);
});
