import fc from 'fast-check';
import type { EventDetail } from '../../../contract/domains/event/actions';
import { settleEvent } from '../../../cloudfunctions/domains/event/cards';
import { closeAll } from '../../../cloudfunctions/kernel/others';
import { command } from '../../support/domains';
import type { Gate } from '../../support/gated';
import { openEvent, plan, stored, youth } from './town';

// Hundreds of runs, each of many steps: on a busy machine more than the usual five seconds.
jest.setTimeout(60_000);

/** The plain model: names in a list, and how many seats there are. */
interface Model {
  queue: number[];
  capacity: number;
}
type Step =
  { kind: 'signUp' | 'cancel'; who: number } | { kind: 'capacity'; to: number } | { kind: 'retry'; of: number };

const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('signUp' as const), who: fc.nat(5) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('cancel' as const), who: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('capacity' as const), to: fc.integer({ min: 1, max: 5 }) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('retry' as const), of: fc.nat(30) }) },
  ),
  { maxLength: 25 },
);

function expected({ queue, capacity }: Model, step: Exclude<Step, { kind: 'retry' }>): Model {
  if (step.kind === 'capacity') {
    return { queue, capacity: step.to < Math.min(queue.length, capacity) ? capacity : step.to };
  }
  if (step.kind === 'cancel') return { queue: queue.filter((who) => who !== step.who), capacity };
  return { queue: queue.includes(step.who) ? queue : [...queue, step.who], capacity };
}

it('any sequence of sign-ups, cancellations, new capacities and late retries ends as a plain model says', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const { town, id } = await openEvent();
      let model: Model = { queue: [], capacity: plan.capacity };
      const sent: (() => Promise<{ ok: boolean; data?: { event: EventDetail } }>)[] = [];
      for (const [index, step] of sequence.entries()) {
        if (step.kind === 'retry') {
          await sent[step.of % Math.max(1, sent.length)]?.();
        } else {
          const commandId = command(index + 1);
          const { version } = await stored(town, id);
          const send = () => {
            if (step.kind === 'signUp')
              return town.call(youth(step.who), 'event.signUp', { commandId, id, answers: [] });
            if (step.kind === 'cancel') return town.call(youth(step.who), 'event.cancelSignup', { commandId, id });
            return town.call('secretary', 'event.revise', { commandId, id, version, ...plan, capacity: step.to });
          };
          model = expected(model, step);
          const first = await send();
          expect(await send()).toEqual(first);
          // A refusal leaves no trace: the same command, when nothing stands in its way any more, is carried out.
          if (first.ok) sent.push(send);
        }
        const { queue, queued, capacity } = await stored(town, id);
        expect(queue.map(({ m }) => m)).toEqual(model.queue.map(youth));
        expect([queued, capacity]).toEqual([model.queue.length, model.capacity]);
        const { event } = await town.done('secretary', 'event.get', { id });
        // Free seats and holders are the capacity, always.
        expect(event.left + Math.min(queue.length, capacity)).toBe(capacity);
        expect(event.waiting).toBe(Math.max(0, queue.length - capacity));
      }
    }),
    { numRuns: 40 },
  );
});

it('in every order in which parallel calls may meet, nobody loses a place, is in twice or overtakes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.nat(5), { minLength: 2, maxLength: 8 }),
      async (scheduler, callers) => {
        const gate: Gate = {};
        const { town, id } = await openEvent({}, { gate });
        await town.done(youth(7), 'event.signUp', { commandId: command(100), id, answers: [] });
        gate.before = (call) => scheduler.schedule(Promise.resolve(), call);
        const calls = [
          ...callers.map((who, index) =>
            town.call(youth(who), 'event.signUp', { commandId: command(index + 1), id, answers: [] }),
          ),
          town.call(youth(7), 'event.cancelSignup', { commandId: command(101), id }),
        ];
        await scheduler.waitFor(Promise.all(calls));
        gate.before = undefined;
        expect((await Promise.all(calls)).every(({ ok }) => ok)).toBe(true);
        const { queue, queued } = await stored(town, id);
        expect(new Set(queue.map(({ m }) => m))).toEqual(new Set(callers.map(youth)));
        expect([queue.length, queued]).toEqual([new Set(callers).size, new Set(callers).size]);
      },
    ),
    { numRuns: 50 },
  );
});

it('a retry that was under way while its sign-up was made and cancelled brings nobody back', async () => {
  const gate: Gate = {};
  const { town, id } = await openEvent({}, { gate });
  const signUp = () => town.call(youth(0), 'event.signUp', { commandId: command(1), id, answers: [] });
  let overtaken = false;
  gate.before = async (call) => {
    if (call !== 'events.updateOne' || overtaken) return;
    overtaken = true;
    await signUp();
    await town.call(youth(0), 'event.cancelSignup', { commandId: command(2), id });
  };
  expect(await signUp()).toMatchObject({ ok: true, data: { event: { mine: { state: 'none' } } } });
  expect(await stored(town, id)).toMatchObject({ queue: [], queued: 0 });
});

it('seats cut while people come: either the cut stands or they sit, never both', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const gate: Gate = {};
      const { town, id } = await openEvent({ capacity: 3 }, { gate });
      gate.before = (call) => scheduler.schedule(Promise.resolve(), call);
      const signUps = [0, 1, 2].map((who) =>
        town.call(youth(who), 'event.signUp', { commandId: command(who + 1), id, answers: [] }),
      );
      const cut = town.call('secretary', 'event.revise', {
        commandId: command(9),
        id,
        version: 1,
        ...plan,
        capacity: 1,
      });
      await scheduler.waitFor(Promise.all([...signUps, cut]));
      gate.before = undefined;
      // Whoever was told that he has a seat has it still.
      for (const [who, reply] of (await Promise.all(signUps)).entries()) {
        if (!reply.ok || reply.data.event.mine.state !== 'in') continue;
        expect((await town.done(youth(who), 'event.get', { id })).event.mine).toEqual({ state: 'in' });
      }
    }),
    { numRuns: 50 },
  );
});

it('killed before or after any database call, sent again and compared by the job, it ends as one clean run', async () => {
  const run = async (gate: Gate, killed: number) => {
    const { town, id } = await openEvent({}, { gate });
    let calls = 0;
    gate.before = gate.after = () => {
      calls += 1;
      if (calls === killed) throw new Error('killed');
    };
    const certain = (send: () => Promise<unknown>) => send().catch(send);
    for (const who of [0, 1, 2]) {
      const input = { commandId: command(who + 1), id, answers: [] };
      await certain(() => town.call(youth(who), 'event.signUp', input));
    }
    await certain(() => town.call(youth(0), 'event.cancelSignup', { commandId: command(4), id }));
    const change = { commandId: command(5), id, version: 1, ...plan, capacity: 7 };
    await certain(() => town.call('secretary', 'event.revise', change));
    await certain(() => town.call('secretary', 'event.setCancelled', { commandId: command(6), id, cancelled: true }));
    gate.before = gate.after = undefined;
    await settleEvent(town.db, closeAll(town.db), id);
    return town.dump();
  };
  const wanted = await run({}, 0);
  for (let killed = 1; killed <= 70; killed += 1) expect(await run({}, killed)).toEqual(wanted);
});
