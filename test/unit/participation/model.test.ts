import fc from 'fast-check';
import { Refusal } from '../../../cloudfunctions/kernel/refusal';
import type { Collection } from '../../../cloudfunctions/kernel/port';
import { giveBack, signUp } from '../../../cloudfunctions/shared/participation/public';
import { formCode } from '../../../cloudfunctions/shared/participation/rules/answers';
import { standingOf } from '../../../cloudfunctions/shared/participation/rules/seats';
import type { Open } from '../../../cloudfunctions/shared/participation/shape';
import { gatedDatabase, type Gate } from '../../support/gated';

/* The mechanism by itself, over documents that have nothing of any domain: what a domain gets without doing anything. */

jest.setTimeout(60_000);

const NOW = 1_000_000;
const CAPACITY = 2;
const people = [0, 1, 2, 3].map((index) => `m${index}`);

async function openSeats(gate: Gate = {}) {
  // The events, but nothing of them is used that other documents do not have.
  const seats = gatedDatabase(gate).db.events as unknown as Collection<Open>;
  const facts = {
    capacity: CAPACITY,
    deadline: NOW + 1,
    startsAt: NOW + 1,
    cancelled: false,
    form: [],
    formCode: formCode([]),
  };
  await seats.add({ _id: 'one', ...facts, queue: [], queued: 0 });
  const place = { seats, fields: [], maySee: () => true, visible: {} };
  const request = (memberId: string, number: number) => ({ id: 'one', commandId: `c${number}`, memberId, now: NOW });
  return {
    seats,
    join: (memberId: string, number: number) => signUp(place, { ...request(memberId, number), answers: [], form: [] }),
    leave: (memberId: string, number: number) => giveBack(place, request(memberId, number)),
    queue: async () => {
      const { queue = [], queued } = (await seats.get('one')) ?? {};
      expect(queued).toBe(queue.length);
      return queue.map(({ m }) => m);
    },
  };
}

const steps = fc.array(
  fc.record({ kind: fc.constantFrom('join', 'leave', 'retry'), who: fc.constantFrom(...people), of: fc.nat(30) }),
  { maxLength: 40, size: 'max' },
);

it('any sequence of sign-ups, cancellations and late retries ends as a plain list says', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const { join, leave, queue } = await openSeats();
      let model: string[] = [];
      const sent: (() => Promise<unknown>)[] = [];
      for (const [number, { kind, who, of }] of sequence.entries()) {
        if (kind === 'retry') {
          await sent[of % Math.max(1, sent.length)]?.();
        } else {
          const send = () => (kind === 'join' ? join(who, number) : leave(who, number));
          const outcome = await send();
          if (kind === 'leave') expect(outcome.refused).toBe(model.includes(who) ? undefined : 'absent');
          if (kind === 'join' && !model.includes(who)) model.push(who);
          if (kind === 'leave') model = model.filter((one) => one !== who);
          if (outcome.refused === undefined) {
            const at = model.indexOf(who);
            const waiting = { state: 'waiting', place: at - CAPACITY + 1 };
            expect(standingOf(outcome.doc)).toEqual(
              at < 0 ? { state: 'none' } : at < CAPACITY ? { state: 'in' } : waiting,
            );
            sent.push(send);
          }
        }
        expect(await queue()).toEqual(model);
      }
    }),
    { numRuns: 60 },
  );
});

it('in every order in which calls may meet, each is in once, and nobody is told of a seat that is not his', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.constantFrom(...people), { minLength: 2, maxLength: 8 }),
      async (scheduler, callers) => {
        const gate: Gate = {};
        const { join, queue } = await openSeats(gate);
        gate.before = (call) => scheduler.schedule(Promise.resolve(), call);
        const calls = Promise.all(callers.map((who, number) => join(who, number)));
        await scheduler.waitFor(calls);
        gate.before = undefined;
        const order = await queue();
        expect([...order].sort()).toEqual([...new Set(callers)].sort());
        for (const outcome of await calls) {
          if (outcome.refused !== undefined) throw new Error(outcome.refused);
          expect(standingOf(outcome.doc).state).toBe(outcome.doc.position < CAPACITY ? 'in' : 'waiting');
        }
      },
    ),
    { numRuns: 60 },
  );
});

it('a document of an earlier version, which remembers commands under another name, goes on', async () => {
  const { seats, join, leave, queue } = await openSeats();
  const entry = { m: 'm0', c: 'earlier', at: 0, a: [] };
  await seats.update({ _id: 'one' }, { set: { queue: [entry], queued: 1, ...{ gone: ['old'] } } });
  expect((await join('m1', 1)).refused).toBeUndefined();
  expect((await leave('m0', 2)).refused).toBeUndefined();
  await leave('m0', 2);
  await join('m1', 3);
  expect(await queue()).toEqual(['m1']);
});

it('who may not know of it hears that it is not there, and nothing is written', async () => {
  const { seats, queue } = await openSeats();
  const place = { seats, fields: [], maySee: () => false, visible: { _id: 'another' } };
  const request = { id: 'one', commandId: 'c', memberId: 'm0', now: NOW };
  for (const call of [() => signUp(place, { ...request, answers: [], form: [] }), () => giveBack(place, request)]) {
    await expect(call()).rejects.toEqual(new Refusal('NOT_FOUND'));
  }
  expect(await queue()).toEqual([]);
});
