import fc from 'fast-check';
import type { Change } from '../../../contract/domains/home/actions';
import { shownBy } from '../../../cloudfunctions/domains/home/rules/cards';
import { eventCard, type EventCardData, type EventCardDoc } from '../../../cloudfunctions/domains/event/rules/card';
import { feedbackCard } from '../../../cloudfunctions/domains/feedback/rules/card';
import type { CardDoc } from '../../../cloudfunctions/shared/cards/shape';
import { command } from '../../support/domains';
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
  const event = (index: number, extra: Partial<EventCardData> = {}): EventCardDoc => {
    const told = { _id: `e${index}`, title: `e${index}`, startsAt: NOW + index, endsAt: NOW + HOUR, place: '图书馆' };
    const shown = { ...told, orgId: 'b1', orgName: '东支部', cancelled: false, capacity: 1 };
    const card = eventCard(shown, { id: `event:e${index}:me`, memberId: 'me', position: 0, signedUpAt: 1 });
    return { ...card, data: { ...card.data, ...extra } };
  };
  const answered = (id: string) =>
    feedbackCard({ _id: id, memberId: 'me', ticket: `20261123-${id}` }, { id: `feedback:${id}:me`, now: NOW });
  const told = (cards: readonly unknown[]) => shownBy(cards as CardDoc[], NOW).changes;

  it('is three things at most, the nearest events first, answers to tickets last', () => {
    const tickets = ['f1', 'f2', 'f3'].map(answered);
    const cancelled = (count: number) =>
      Array.from({ length: count }, (_, i) => event(i, { cancelled: true })).reverse();
    expect(told([...tickets, ...cancelled(1)]).map(({ kind }) => kind)).toEqual(['cancelled', 'answered', 'answered']);
    expect(told([...tickets, ...cancelled(5)])).toMatchObject([{ title: 'e0' }, { title: 'e1' }, { title: 'e2' }]);
  });

  it('is nothing of an answer that was put away, of what nobody was told of, and of a source that is not known', () => {
    expect(told([{ ...answered('f1'), told: { answered: true } }])).toEqual([]);
    const untold = { ...event(0, { cancelled: true }), told: undefined };
    expect(told([untold])).toEqual([]);
    expect(shownBy([{ ...event(0), source: 'later' } as unknown as CardDoc], NOW)).toEqual({
      recommendation: null,
      event: null,
      changes: [],
    });
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
  for (const [index, ticket] of ['20261123-AAAA', '20261123-BBBB'].entries()) {
    const id = `f${index + 1}`;
    const card = feedbackCard({ _id: id, memberId: me, ticket }, { id: `feedback:${id}:${me}`, now: NOW });
    await town.db.cards.add(card as unknown as CardDoc);
  }
  const tickets = async () =>
    (await town.done(me, 'home.today', {})).changes.map((change) => 'ticket' in change && change.ticket);
  expect(await tickets()).toEqual(['20261123-AAAA', '20261123-BBBB']);
  await town.done(me, 'home.seen', { commandId: command(1), events: [], tickets: ['f1', 'f9'] });
  expect(await tickets()).toEqual(['20261123-BBBB']);
});
