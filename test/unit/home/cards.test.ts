import { settleEvent } from '../../../cloudfunctions/domains/event/cards';
import { changedEvents, eventsAhead } from '../../../cloudfunctions/domains/event/jobs';
import { closeAll } from '../../../cloudfunctions/kernel/others';
import type { Job } from '../../../cloudfunctions/shared/work/job';
import type { Value } from '../../../cloudfunctions/kernel/port';
import { command } from '../../support/domains';
import type { Town } from '../../support/domains';
import type { Gate } from '../../support/gated';
import { HOUR, openEvent, plan, stored, youth } from '../event/town';
import { memoryFiles } from '../../support/files';

jest.setTimeout(60_000);

const me = youth(0);
const MINUTE = 60_000;

/** Runs a job to its end. */
async function run(town: Town, job: Job<never>): Promise<string> {
  let cursor: Value | undefined;
  for (let step = 0; step < 50; step += 1) {
    const at = {
      key: '',
      cursor: cursor as never,
      now: town.clock.now,
      others: closeAll(town.db),
      files: memoryFiles(),
    };
    const outcome = await job.step(town.db as never, at);
    if ('done' in outcome) return outcome.done;
    cursor = outcome.cursor;
  }
  throw new Error('the job does not end');
}
const today = (town: Town, who = me) => town.done(who, 'home.today', {});
const signUp = (town: Town, id: string, who: string, number: number) =>
  town.done(who, 'event.signUp', { commandId: command(number), id, answers: [] });
const cardsOf = async (town: Town) =>
  (await town.db.cards.find({}, { sort: [['_id', 1]], limit: 100 })).map(({ _id }) => _id);

describe('the card of a sign-up', () => {
  it('is told right again by the job, where the event was revised while somebody signed up', async () => {
    const gate: Gate = {};
    const { town, id } = await openEvent({}, { gate });
    gate.before = async (call) => {
      if (call !== 'cards.add') return;
      // He is in, and his card is about to be written from what he was shown: now the organiser moves the event.
      gate.before = undefined;
      const revision = { commandId: command(9), id, version: 1, ...plan, place: '文学院 305' };
      await town.done('secretary', 'event.revise', revision);
    };
    await signUp(town, id, me, 1);
    expect((await today(town)).event).toMatchObject({ place: plan.place });
    town.clock.now += 2 * MINUTE;
    expect(await run(town, changedEvents)).toBe('settled');
    const { event, changes } = await today(town);
    expect(event).toMatchObject({ place: '文学院 305' });
    expect(changes).toMatchObject([{ kind: 'moved' }]);
    expect((await stored(town, id)).unsettledAt).toBeUndefined();
  });

  it('is left alone by the job while the event still changes', async () => {
    const gate: Gate = {};
    const { town, id } = await openEvent({}, { gate });
    await signUp(town, id, me, 1);
    town.clock.now += 2 * MINUTE;
    gate.before = async (call) => {
      if (call !== 'events.update') return;
      gate.before = undefined;
      await signUp(town, id, youth(1), 2);
    };
    await run(town, changedEvents);
    expect((await stored(town, id)).unsettledAt).toBe(town.clock.now);
  });

  it('of a call that was killed before it was written is made by the job, and nothing is told by it', async () => {
    const gate: Gate = {};
    const { town, id } = await openEvent({}, { gate });
    gate.before = (call) => {
      if (call === 'cards.add') throw new Error('killed');
    };
    await expect(signUp(town, id, me, 1)).rejects.toThrow('killed');
    gate.before = undefined;
    expect((await today(town)).event).toBeNull();
    town.clock.now += 2 * MINUTE;
    await run(town, changedEvents);
    expect(await today(town)).toMatchObject({ event: { id, seated: true }, changes: [] });
  });

  it('goes with its sign-up, also where leaving was killed before it went', async () => {
    const gate: Gate = {};
    const { town, id } = await openEvent({}, { gate });
    await signUp(town, id, me, 1);
    gate.before = (call) => {
      if (call === 'cards.remove') throw new Error('killed');
    };
    const leave = () => town.done(me, 'event.cancelSignup', { commandId: command(2), id });
    await expect(leave()).rejects.toThrow('killed');
    gate.before = undefined;
    expect(await cardsOf(town)).toEqual([`event:${id}:${me}`]);
    await leave();
    expect(await cardsOf(town)).toEqual([]);
  });

  it('begins anew with the next sign-up, whatever the one before was told', async () => {
    const { town, id } = await openEvent({ capacity: 1 });
    await signUp(town, id, youth(1), 1);
    await signUp(town, id, me, 2);
    const card = await town.db.cards.get(`event:${id}:${me}`);
    await town.done(me, 'event.cancelSignup', { commandId: command(3), id });
    await town.done(youth(1), 'event.cancelSignup', { commandId: command(4), id });
    // Left behind by a call that was killed.
    if (card !== undefined) await town.db.cards.add(card);
    town.clock.now += 1000;
    await signUp(town, id, me, 5);
    expect(await today(town)).toMatchObject({ event: { seated: true }, changes: [] });
  });
});

it('data from before there were cards get them from the daily job, and nothing old is told as new', async () => {
  const { town, id } = await openEvent({ capacity: 1 });
  for (const [index, who] of [youth(1), me].entries()) await signUp(town, id, who, index + 1);
  await town.done('secretary', 'event.setCancelled', { commandId: command(7), id, cancelled: true });
  await town.db.cards.remove({ source: 'event' });
  await town.db.events.update({ _id: id }, { unset: ['unsettledAt', 'formCode'] });
  await run(town, eventsAhead);
  await run(town, changedEvents);
  expect(await cardsOf(town)).toEqual([`event:${id}:${me}`, `event:${id}:${youth(1)}`].sort());
  expect((await today(town)).changes).toEqual([]);
  await town.done('secretary', 'event.setCancelled', { commandId: command(8), id, cancelled: false });
  expect((await today(town)).changes).toMatchObject([{ kind: 'restored' }]);
  // Signing up for an event of before looks for its form first.
  await town.done('reader', 'event.signUp', { commandId: command(10), id, answers: [] });
  expect((await today(town, 'reader')).event).toMatchObject({ id, seated: false });
});

it('an event that is no more takes its cards with it', async () => {
  const { town, id } = await openEvent();
  await signUp(town, id, me, 1);
  await town.db.events.remove({ _id: id });
  await settleEvent(town.db, closeAll(town.db), id);
  expect(await cardsOf(town)).toEqual([]);
});

it('a card is not shown once it is over', async () => {
  const { town, id } = await openEvent();
  await signUp(town, id, me, 1);
  town.clock.now = plan.endsAt + HOUR;
  expect((await today(town)).event).toBeNull();
});
