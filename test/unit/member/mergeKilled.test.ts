import { MERGE_WORK, mergeKey } from '../../../cloudfunctions/domains/member/rules/merging';
import { MERGE_AGREED_MS, MERGE_OBJECT_MS } from '../../../contract/domains/member/constants';
import type { Town } from '../../support/domains';
import type { Gate } from '../../support/gated';
import { agree, carryOut, later, MINUTE, next, openRecords, proposed, review, stateOf, turn } from './records';

/*
 * The job that begins and ends merges, killed between any two of its round trips, and the work itself when it was tried
 * too often: what was agreed comes about all the same, once, and nobody is left closed out.
 */

class Killed extends Error {}
const HOUR = 3_600_000;
const KEY = mergeKey('lead', 'new');

const ways: Record<string, (town: Town) => Promise<string>> = {
  async proposed(town) {
    const id = await proposed(town, 'lead', 'new');
    await agree(town, 'new', id);
    await later(town, MERGE_OBJECT_MS);
    await review(town, 'chief', id);
    town.clock.now += MERGE_AGREED_MS;
    return id;
  },
  async 'agreed to by code'(town) {
    const { merge } = await town.done('new', 'member.mergeCode', { commandId: next() });
    await town.done('lead', 'member.mergeGive', { commandId: next(), code: merge.code ?? '' });
    town.clock.now += MERGE_AGREED_MS;
    return merge.id;
  },
};

/** Runs the job while armed and dies after so many round trips; whether it did. */
async function dies(gate: Gate, run: () => Promise<unknown>, dieAfter: number): Promise<boolean> {
  let trips = 0;
  gate.after = () => {
    trips += 1;
    if (trips === dieAfter) throw new Killed();
  };
  const killed = await run().then(
    () => false,
    (error: unknown) => {
      if (error instanceof Killed) return true;
      throw error;
    },
  );
  delete gate.after;
  return killed;
}

async function summary(town: Town, id: string) {
  const { state, rolesLeft, ending } = (await town.db.merges.get(id)) ?? {};
  const kept = await town.db.members.get('new');
  const terms = await town.db.roleterms.find({}, { limit: 9 });
  return {
    ...{ state, rolesLeft, ending },
    from: await town.db.members.get('lead'),
    grants: kept?.grants.map(({ role }) => role),
    terms: terms.map(({ role, state: stands }) => `${role} ${stands}`),
    work: (await town.db.jobs.find({ kind: MERGE_WORK }, { limit: 9 })).map(({ key }) => key),
  };
}

describe.each(Object.keys(ways))('a merge that was %s', (way) => {
  const arranged = async (gate: Gate) => {
    const town = await openRecords(gate);
    return { town, id: (await ways[way]?.(town)) ?? '' };
  };

  it.each(['begins', 'is over'])('comes to the same where the job is killed while it %s', async (when) => {
    const run = async (dieAfter: number) => {
      const gate: Gate = {};
      const { town, id } = await arranged(gate);
      if (when === 'is over') {
        await turn(town);
        await later(town, MINUTE);
        await town.db.jobs.update({ _id: `${MERGE_WORK}:${KEY}` }, { set: { state: 'done' } });
        town.clock.now += MINUTE;
      }
      const killed = await dies(gate, () => turn(town), dieAfter);
      await later(town, MINUTE);
      await carryOut(town, 'lead', 'new');
      return { killed, came: await summary(town, id) };
    };
    const wanted = (await run(Infinity)).came;
    expect(wanted).toMatchObject({ state: 'done', from: undefined, work: [KEY] });
    let kills = 0;
    for (let dieAfter = 1; ; dieAfter += 1) {
      const { killed, came } = await run(dieAfter);
      expect([dieAfter, came]).toEqual([dieAfter, wanted]);
      if (!killed) break;
      kills += 1;
    }
    expect(kills).toBeGreaterThan(2);
  });
});

describe('work that was tried too often', () => {
  const failed = async () => {
    const town = await openRecords();
    const id = (await ways['agreed to by code']?.(town)) ?? '';
    await turn(town);
    await town.db.jobs.update({ _id: `${MERGE_WORK}:${KEY}` }, { set: { state: 'failed', attempts: 8 } });
    await later(town, MINUTE);
    return { town, id };
  };
  const workOf = (town: Town) => town.db.jobs.get(`${MERGE_WORK}:${KEY}`);

  it('is tried again every hour, from where it was, until it is over', async () => {
    const { town, id } = await failed();
    expect(await workOf(town)).toMatchObject({ state: 'due', attempts: 0, dueAt: town.clock.now + HOUR });
    await later(town, HOUR);
    await town.db.jobs.update({ _id: `${MERGE_WORK}:${KEY}` }, { set: { state: 'failed', attempts: 8 } });
    await later(town, MINUTE);
    expect(await workOf(town)).toMatchObject({ state: 'due', dueAt: town.clock.now + HOUR });
    await carryOut(town, 'lead', 'new');
    expect(await stateOf(town, id)).toBe('done');
    expect((await town.done('new', 'member.merges', {})).merges).toMatchObject([{ state: 'done', stalled: false }]);
  });

  it('is seen by the person, and on the member’s page by whoever may manage him, until it is over', async () => {
    const { town } = await failed();
    const seen = async (who: string) => (await town.done(who, 'member.get', { id: 'new' })).merging;
    expect((await town.done('new', 'member.merges', {})).merges).toMatchObject([{ state: 'merging', stalled: true }]);
    expect([await seen('head'), await seen('secretary')]).toEqual(['stalled', 'stalled']);
    await carryOut(town, 'lead', 'new');
    expect(await seen('head')).toBeNull();
  });

  it('a merge that goes on as it should is seen as that', async () => {
    const town = await openRecords();
    await ways['agreed to by code']?.(town);
    const seen = async (id: string) => (await town.done('head', 'member.get', { id })).merging;
    expect(await seen('new')).toBeNull();
    await turn(town);
    expect([await seen('new'), await seen('lead'), await seen('old')]).toEqual(['going', 'going', null]);
  });
});
