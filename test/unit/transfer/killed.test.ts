import { activeGrants } from '../../../cloudfunctions/kernel/grants';
import { transferJobs } from '../../../cloudfunctions/domains/transfer/jobs';
import type { ActionInput, ActionName } from '../../../contract/registry';
import type { Town } from '../../support/domains';
import type { Gate } from '../../support/gated';
import { runJob } from '../../support/runJob';
import { answer, ask, fresh, graduates, orgIdsOf, transferTown } from './town';

/*
 * A call that is killed between any two of its round trips, and what sets it right: the same command sent again, or the
 * job of the hour where nobody sends it.
 */

class Killed extends Error {}

// A job that fails within a call says so.
beforeEach(() => void jest.spyOn(console, 'error').mockReturnValue());

interface Case {
  name: string;
  who: string;
  action: ActionName;
  arrange: (town: Town) => Promise<object>;
  /** Nothing may be half done even if nobody sends it again. */
  byJob: boolean;
}

const cases: Case[] = [
  {
    name: 'an answer',
    who: 'rival',
    action: 'transfer.answer',
    byJob: true,
    arrange: async (town) => ({ id: await ask(town), accept: true, text: '' }),
  },
  {
    name: 'an answer taken back',
    who: 'rival',
    action: 'transfer.undo',
    byJob: true,
    arrange: async (town) => {
      const id = await ask(town);
      await answer(town, id);
      return { id };
    },
  },
  {
    name: 'a leaving',
    who: 'reader',
    action: 'transfer.leave',
    byJob: true,
    arrange: () => Promise.resolve({ orgId: 'eastBranch' }),
  },
  {
    name: 'a leaving taken back',
    who: 'reader',
    action: 'transfer.rejoin',
    byJob: true,
    arrange: async (town) => {
      const { transfer } = await town.done('reader', 'transfer.leave', { commandId: fresh(), orgId: 'eastBranch' });
      return { id: transfer.id };
    },
  },
  {
    name: 'a graduation',
    who: 'secretary',
    action: 'transfer.graduate',
    byJob: false,
    arrange: () =>
      Promise.resolve({
        orgId: 'eastBranch',
        groups: [
          { toId: null, memberIds: ['grad0', 'reader'] },
          { toId: 'westBranch', memberIds: ['grad1'] },
        ],
      }),
  },
  {
    name: 'a graduation taken back',
    who: 'secretary',
    action: 'transfer.ungraduate',
    byJob: false,
    arrange: async (town) => {
      const groups = [{ toId: null, memberIds: ['grad0', 'reader'] }];
      const input = { commandId: fresh(), orgId: 'eastBranch', groups };
      return { id: (await town.done('secretary', 'transfer.graduate', input)).graduation.id };
    },
  },
];

/** Where everybody belongs, and what the movements say of it. */
async function summary(town: Town) {
  const people = await Promise.all(['reader', 'grad0', 'grad1'].map((id) => orgIdsOf(town, id)));
  const roles = activeGrants((await town.db.members.get('reader'))?.grants ?? [], town.clock.now).length;
  const transfers = await town.db.transfers.find({}, { limit: 99 });
  const graduations = await town.db.graduations.find({}, { limit: 9 });
  return {
    people,
    roles,
    transfers: transfers.map(({ memberId, state, toId, until }) => [memberId, state, toId, until].join(' ')).sort(),
    graduations: graduations.map(({ state, people: count }) => [state, count]),
  };
}

async function settle(town: Town): Promise<void> {
  for (const { key } of await town.db.jobs.find({ kind: 'graduation' }, { limit: 9 })) {
    await runJob(transferJobs.graduation, town.db, town.clock.now, key);
  }
  await runJob(transferJobs.movements, town.db, town.clock.now);
}

/** Runs a case, killed after so many round trips; whether it was. */
async function runKilled({ who, action, arrange }: Case, dieAfter: number) {
  const gate: Gate = {};
  const town = await transferTown(gate, graduates(2));
  // A role that ends when he leaves.
  await town.db.members.update({ _id: 'reader' }, { set: { grants: [{ role: 'stationHead', orgId: 'eastBranch' }] } });
  const input = { commandId: 'command-of-the-case', ...(await arrange(town)) } as ActionInput<typeof action>;
  let trips = 0;
  gate.after = () => {
    trips += 1;
    if (trips === dieAfter) throw new Killed();
  };
  const killed = await town.call(who, action, input).then(
    () => false,
    (error: unknown) => {
      if (error instanceof Killed) return true;
      throw error;
    },
  );
  delete gate.after;
  return { town, input, killed };
}

describe.each(cases)('$name that is killed', (one) => {
  it('comes, sent again, to the same as if it had not been', async () => {
    let kills = 0;
    const { town: whole } = await runKilled(one, Infinity);
    await settle(whole);
    const wanted = await summary(whole);
    for (let dieAfter = 1; ; dieAfter += 1) {
      const { town, input, killed } = await runKilled(one, dieAfter);
      if (killed) {
        kills += 1;
        expect([dieAfter, (await town.call(one.who, one.action, input)).ok]).toEqual([dieAfter, true]);
      }
      await settle(town);
      expect([dieAfter, await summary(town)]).toEqual([dieAfter, wanted]);
      if (!killed) break;
    }
    expect(kills).toBeGreaterThan(3);
  });
});

describe.each(cases.filter(({ byJob }) => byJob))('$name that is killed', (one) => {
  it('is never half done, also if nobody sends it again', async () => {
    for (let dieAfter = 1; ; dieAfter += 1) {
      const { town, killed } = await runKilled(one, dieAfter);
      if (!killed) break;
      await settle(town);
      const [doc] = await town.db.transfers.find({ memberId: 'reader' }, { limit: 1 });
      const there = await orgIdsOf(town, 'reader');
      const says = doc?.state === 'done' ? (doc.toId === null ? [] : [doc.toId]) : ['eastBranch'];
      expect([dieAfter, there]).toEqual([dieAfter, says]);
    }
  });
});
