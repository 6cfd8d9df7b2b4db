import fc from 'fast-check';
import type { Change, EventStanding } from '../../../contract/domains/home/actions';
import { changesOf, toldAfter, TOLD_MAX } from '../../../cloudfunctions/domains/home/rules/changes';
import type { ToldDoc } from '../../../cloudfunctions/kernel/collections';
import { command } from '../../support/domains';
import { viewer } from '../kernel/people';
import { HOUR, NOW, openEvent, plan, stored, youth } from '../event/town';

jest.setTimeout(60_000);

const me = youth(0);
/** They come first, so that with two seats I wait. */
const others = [1, 2, 3].map(youth);
const places = [plan.place, '江城市图书馆', '文学院 305'];

const kinds = ['cancel', 'restore', 'freeSeat', 'leave', 'signUp', 'move', 'look', 'dismiss'] as const;
const steps = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds, 'move', 'look', 'dismiss', 'signUp'), to: fc.nat(2), phone: fc.nat(1) }),
  { minLength: 10, maxLength: 30 },
);

/** What I know of the event: from the reply to my sign-up, or from what I have put away on any phone. */
interface Known {
  cancelled: boolean;
  seated: boolean;
  place: string;
}
function news(now: Known, known: Known): Change['kind'] | undefined {
  if (now.cancelled || known.cancelled) {
    if (now.cancelled === known.cancelled) return undefined;
    return now.cancelled ? 'cancelled' : 'restored';
  }
  if (now.seated !== known.seated) return 'promoted';
  return now.place === known.place ? undefined : 'moved';
}

it('today tells exactly what is different from what I last knew, on whichever phone I look', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const { town, id } = await openEvent();
      for (const [index, who] of others.entries()) {
        await town.done(who, 'event.signUp', { commandId: command(900 + index), id, answers: [] });
      }
      let known: Known | undefined;
      let waitingBefore = others.slice();
      const shown: ({ change: Change; saw: Known; since: number } | undefined)[] = [];
      let since = 0;
      const truth = async (): Promise<Known> => {
        const { cancelled, place, queue, capacity } = await stored(town, id);
        return { cancelled, place, seated: queue.findIndex(({ m }) => m === me) < capacity };
      };
      for (const [index, step] of sequence.entries()) {
        town.clock.now += 1000;
        const commandId = command(index + 1);
        const { version, cancelled, place } = await stored(town, id);
        if (step.kind === 'cancel' || step.kind === 'restore') {
          await town.done('secretary', 'event.setCancelled', { commandId, id, cancelled: step.kind === 'cancel' });
        } else if (step.kind === 'move' && !cancelled) {
          await town.done('secretary', 'event.revise', {
            commandId,
            id,
            version,
            ...plan,
            place: places[step.to] ?? place,
          });
        } else if (step.kind === 'freeSeat' && waitingBefore.length > 0) {
          const [leaver, ...rest] = waitingBefore;
          waitingBefore = rest;
          await town.done(leaver ?? '', 'event.cancelSignup', { commandId, id });
        } else if (step.kind === 'leave' && known !== undefined) {
          await town.done(me, 'event.cancelSignup', { commandId, id });
          known = undefined;
        } else if (step.kind === 'signUp' && known === undefined && !cancelled) {
          await town.done(me, 'event.signUp', { commandId, id, answers: [] });
          since = index;
          known = await truth();
        } else if (step.kind === 'look') {
          const [change] = (await town.done(me, 'home.today', {})).changes;
          shown[step.phone] = change && { change, saw: await truth(), since };
        } else if (step.kind === 'dismiss') {
          const seen = shown[step.phone];
          if (seen === undefined || seen.change.kind === 'answered') continue;
          await town.done(me, 'home.seen', { commandId, events: [seen.change.standing], tickets: [] });
          if (known !== undefined && seen.since === since) known = seen.saw;
        }
        const { changes } = await town.done(me, 'home.today', {});
        expect(changes.map(({ kind }) => kind)).toEqual(
          known === undefined ? [] : [news(await truth(), known)].filter(Boolean),
        );
      }
    }),
    { numRuns: 150 },
  );
});

describe('what changed since I last looked', () => {
  const standing = (id: string, extra: Partial<EventStanding> = {}): EventStanding => ({
    id,
    signedUpAt: NOW,
    plan: 'P1',
    cancelled: false,
    seated: true,
    endsAt: NOW + HOUR,
    ...extra,
  });
  const event = (id: string) => ({
    _id: id,
    title: id,
    startsAt: NOW + HOUR,
    endsAt: NOW + 2 * HOUR,
    place: '图书馆',
    cancelled: true,
    capacity: 1,
    position: 0,
    signUp: { at: NOW, waited: false },
  });

  it('is three things at most, events before answers to tickets', () => {
    const member = viewer('me', { answered: { f1: '20261123-AAAA', f2: '20261123-BBBB', f3: '20261123-CCCC' } });
    const told = (count: number) =>
      changesOf(
        Array.from({ length: count }, (_, i) => event(`e${i}`)),
        member,
      );
    expect(told(1).map(({ kind }) => kind)).toEqual(['cancelled', 'answered', 'answered']);
    expect(told(5).map(({ kind }) => kind)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect(changesOf([{ ...event('e0'), position: -1, signUp: undefined }], viewer('me'))).toEqual([]);
  });

  it('of a sign-up made before these words were kept is its cancellation and nothing that nobody knows', () => {
    expect(changesOf([event('e0')], viewer('me'))).toMatchObject([{ kind: 'cancelled' }]);
    expect(changesOf([{ ...event('e0'), cancelled: false }], viewer('me'))).toEqual([]);
  });

  it('is forgotten once the event is over, and never grows without bound', () => {
    const over = { old: standing('old', { endsAt: NOW }) } as unknown as Record<string, ToldDoc>;
    expect(Object.keys(toldAfter(over, [standing('new')], NOW))).toEqual(['new']);
    let told: Record<string, ToldDoc> = {};
    for (let index = 0; index < TOLD_MAX + 5; index += 1) told = toldAfter(told, [standing(`e${index}`)], NOW);
    expect(Object.keys(told)).toHaveLength(TOLD_MAX);
    expect(told).toHaveProperty(`e${TOLD_MAX + 4}`);
  });
});

it('cancelled and restored before I looked is nothing; after I put it away, the restoring is told', async () => {
  const { town, id } = await openEvent();
  let number = 1;
  const setCancelled = (cancelled: boolean) =>
    town.done('secretary', 'event.setCancelled', { commandId: command((number += 1)), id, cancelled });
  const changes = async () => (await town.done(me, 'home.today', {})).changes;
  const putAway = async () => {
    const events = (await changes()).flatMap((change) => ('standing' in change ? [change.standing] : []));
    await town.done(me, 'home.seen', { commandId: command((number += 1)), events, tickets: [] });
  };
  await town.done(me, 'event.signUp', { commandId: command(1), id, answers: [] });
  await setCancelled(true);
  await setCancelled(false);
  expect(await changes()).toEqual([]);
  await setCancelled(true);
  expect(await changes()).toMatchObject([{ kind: 'cancelled' }]);
  await putAway();
  expect(await changes()).toEqual([]);
  await setCancelled(false);
  expect(await changes()).toMatchObject([{ kind: 'restored' }]);
  await putAway();
  expect(await changes()).toEqual([]);
});

it('a rush for the last seats: everybody who waited is told when a seat comes, and nobody who had one', async () => {
  const { town, id } = await openEvent({ capacity: 3 }, { people: 12 });
  const all = Array.from({ length: 12 }, (_, index) => youth(index));
  const replies = await Promise.all(
    all.map((who, index) => town.done(who, 'event.signUp', { commandId: command(index + 1), id, answers: [] })),
  );
  const waited = all.filter((_, index) => replies[index]?.event.mine.state === 'waiting');
  const { version } = await stored(town, id);
  await town.done('secretary', 'event.revise', { commandId: command(50), id, version, ...plan, capacity: 12 });
  for (const who of all) {
    const { changes } = await town.done(who, 'home.today', {});
    expect([who, changes.map(({ kind }) => kind)]).toEqual([who, waited.includes(who) ? ['promoted'] : []]);
  }
});

it('an answer to a ticket is told until it was seen, and only its own are put away', async () => {
  const { town } = await openEvent();
  await town.db.members.update({ _id: me }, { set: { answered: { f1: '20261123-AAAA', f2: '20261123-BBBB' } } });
  const tickets = async () =>
    (await town.done(me, 'home.today', {})).changes.map((change) => 'ticket' in change && change.ticket);
  expect(await tickets()).toEqual(['20261123-AAAA', '20261123-BBBB']);
  await town.done(me, 'home.seen', { commandId: command(1), events: [], tickets: ['f1', 'f9'] });
  expect(await tickets()).toEqual(['20261123-BBBB']);
});
