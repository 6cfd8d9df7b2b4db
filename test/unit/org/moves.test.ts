import fc from 'fast-check';
import { mergeOrg, moveOrg, renameOrg } from '../../../cloudfunctions/domains/org/public';
import { closeAll } from '../../../cloudfunctions/kernel/others';
import { orgCopies } from '../../../cloudfunctions/jobs/org-copies';
import { orgDrift } from '../../../cloudfunctions/jobs/org-drift';
import { presentOrg } from '../../../cloudfunctions/kernel/orgTree';
import type { Value } from '../../../cloudfunctions/kernel/port';
import type { Gate } from '../../support/gated';
import { runJob } from '../../support/runJob';
import { member } from '../kernel/people';
import { type Forest, NOW, nothingWrong, orgIds, plantForest, truth } from './forest';
import { memoryFiles } from '../../support/files';

jest.setTimeout(120_000);

const told = (number: number) => ({ commandId: `command-${number}`, now: NOW });
const rename = ({ db }: Forest, orgId: string, number = 1) =>
  renameOrg(closeAll(db), { orgId, name: `新${number}` }, told(number));
const move = ({ db }: Forest, orgId: string, parentId: string, number = 1) =>
  moveOrg(closeAll(db), { orgId, parentId }, told(number));
const merge = ({ db }: Forest, orgId: string, intoId: string, number = 1) =>
  mergeOrg(closeAll(db), { orgId, intoId }, told(number));

describe('what copies an org', () => {
  it('says its new name once it is renamed', async () => {
    const forest = await plantForest();
    expect(await rename(forest, 'd1')).toBe('done');
    await forest.settle();
    expect(await forest.db.events.get('e-d1')).toMatchObject({ orgName: '新1' });
    expect(await truth(forest.db)).toEqual(nothingWrong);
  });

  it('follows a move, with all that is below', async () => {
    const forest = await plantForest();
    expect(await move(forest, 'd1', 'd2')).toBe('done');
    await forest.settle();
    expect(await forest.db.events.get('e-b1')).toMatchObject({ orgPath: ['root', 'd2', 'd1', 'b1'] });
    expect((await forest.db.members.get('m-both'))?.scope).toEqual(['root', 'd2', 'd1', 'b1', 'b3']);
    expect(await truth(forest.db)).toEqual(nothingWrong);
  });

  it('goes to the org that it is merged into: members, grants, things and what is below', async () => {
    const forest = await plantForest();
    expect(await merge(forest, 'd1', 'd2')).toBe('done');
    await forest.settle();
    expect(await forest.db.events.get('e-d1')).toMatchObject({ orgId: 'd2', orgName: '组织d2' });
    expect(await forest.db.orgs.get('b1')).toMatchObject({ parentId: 'd2', path: ['root', 'd2', 'b1'] });
    expect(await forest.db.orgs.get('d1')).toMatchObject({ mergedInto: 'd2', path: [], joinCode: 'closed-d1' });
    expect((await forest.db.members.get('m-d1'))?.grants).toEqual([{ role: 'branchSecretary', orgId: 'd2' }]);
    expect(await truth(forest.db)).toEqual(nothingWrong);
  });

  it('belongs once to the other org where somebody belonged to both', async () => {
    const forest = await plantForest();
    await forest.db.members.update(
      { _id: 'm-b1' },
      { push: { grants: { items: [{ role: 'branchSecretary', orgId: 'b3' }] } } },
    );
    await merge(forest, 'b1', 'b3');
    await forest.settle();
    expect((await forest.db.members.get('m-both'))?.orgIds).toEqual(['b3']);
    expect((await forest.db.members.get('m-b1'))?.grants).toEqual([{ role: 'branchSecretary', orgId: 'b3' }]);
  });

  it('is left alone where nothing changed', async () => {
    const forest = await plantForest();
    const besides = async () => ({ ...(await forest.state()), orgs: [], orgchanges: [] });
    const before = await besides();
    await rename(forest, 'b1');
    await renameOrg(closeAll(forest.db), { orgId: 'b1', name: '组织b1' }, told(2));
    await forest.settle();
    expect(await besides()).toEqual(before);
  });
});

describe('a move is refused', () => {
  it.each([
    ['below itself', 'd1', 'b1', 'below itself'],
    ['to itself', 'd1', 'd1', 'below itself'],
    ['of the committee at the top', 'root', 'd1', 'is root'],
    ['to an org that is not there', 'd1', 'nowhere', 'no target'],
    ['of an org that is not there', 'nowhere', 'd1', 'no org'],
  ])('%s', async (_name, orgId, to, verdict) => {
    const forest = await plantForest();
    const before = await forest.state();
    expect(await move(forest, orgId, to)).toBe(verdict);
    expect(await merge(forest, orgId, to)).toBe(verdict);
    expect(await forest.state()).toEqual(before);
    expect(await forest.db.jobs.count({})).toBe(0);
  });

  it('to or of an org that was merged, which cannot be renamed either', async () => {
    const forest = await plantForest();
    await merge(forest, 'b1', 'b2');
    expect([
      await move(forest, 'b1', 'd2', 2),
      await move(forest, 'b3', 'b1', 3),
      await rename(forest, 'b1', 4),
    ]).toEqual(['no org', 'no target', 'no org']);
    expect(await merge(forest, 'b1', 'b2')).toBe('done');
  });

  it('when two at once would make a circle: one stands at most, and nobody is lost', async () => {
    for (let round = 0; round < 10; round += 1) {
      const forest = await plantForest();
      const replies = await Promise.all([move(forest, 'd1', 'd2', 1), move(forest, 'd2', 'd1', 2)]);
      expect(replies.filter((reply) => reply === 'done').length).toBeLessThanOrEqual(1);
      await forest.settle();
      expect(await truth(forest.db)).toEqual(nothingWrong);
      expect((await presentOrg(forest.db.orgs, 'b1'))?.org.path[0]).toBe('root');
    }
  });
});

// One at a time: what all three would take grows with the square of their calls.
it.each<[string, (forest: Forest) => Promise<unknown>]>([
  ['a move', (forest) => move(forest, 'd1', 'd2', 1)],
  ['a merger', (forest) => merge(forest, 'b2', 'b3', 1)],
  ['a renaming', (forest) => rename(forest, 'b1', 1)],
])('the work of %s that was killed between any two calls comes to the same', async (_name, act) => {
  const whole = await plantForest();
  await act(whole);
  await whole.settle();
  const expected = await whole.state();
  const gate: Gate = {};
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  for (let dies = 1; ; dies += 1) {
    const forest = await plantForest(gate);
    await act(forest);
    let calls = 0;
    gate.after = () => {
      calls += 1;
      if (calls >= dies) throw new Error('killed');
    };
    await forest.fire();
    delete gate.after;
    await forest.settle();
    expect(await forest.state()).toEqual(expected);
    if (calls < dies) break;
  }
  jest.restoreAllMocks();
});

it('after any renames, moves and mergers, while the work runs and is interrupted, everything says where it stands', async () => {
  const id = fc.constantFrom(...orgIds);
  const acts = fc.array(fc.tuple(fc.constantFrom('rename', 'move', 'merge', 'fire', 'late'), id, id), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(acts, async (script) => {
      const forest = await plantForest();
      const running: Promise<unknown>[] = [];
      for (const [number, [kind, one, other]] of script.entries()) {
        if (kind === 'rename') await rename(forest, one, number);
        if (kind === 'move') await move(forest, one, other, number);
        if (kind === 'merge') await merge(forest, one, other, number);
        // Runs beside what follows, also beside another run.
        if (kind === 'fire') running.push(forest.fire());
        if (kind === 'late') forest.platform.time += 600_000;
      }
      await Promise.all(running);
      await forest.settle();
      expect(await truth(forest.db)).toEqual(nothingWrong);
    }),
    { numRuns: 100 },
  );
});

it('what a killed call left is found at night, and only that', async () => {
  const forest = await plantForest();
  expect(await runJob(orgDrift, forest.db, NOW, '20261123')).toBe('orgs 0');
  await forest.db.orgs.update({ _id: 'd1' }, { set: { parentId: 'd2' } });
  await forest.db.members.update({ _id: 'm-b3' }, { set: { scope: ['root', 'b3'] } });
  await forest.db.events.update({ _id: 'e-root' }, { set: { orgName: '旧名' } });
  expect(await runJob(orgDrift, forest.db, NOW, '20261124')).toBe('orgs 5');
  await forest.settle();
  expect(await truth(forest.db)).toEqual(nothingWrong);
  expect(await runJob(orgDrift, forest.db, NOW, '20261125')).toBe('orgs 0');
});

it('what a merger left behind is handed over at night: its call was killed before the work, or somebody joined in that instant', async () => {
  const forest = await plantForest();
  await forest.db.orgs.update({ _id: 'd1' }, { set: { mergedInto: 'd2', path: [], joinCode: 'closed-d1' } });
  expect(await runJob(orgDrift, forest.db, NOW, '20261123')).not.toBe('orgs 0');
  await forest.settle();
  expect(await truth(forest.db)).toEqual(nothingWrong);
  const late = { orgIds: ['d1'], scope: ['root', 'd1'], grants: [] };
  await forest.db.members.add(member('m-late', late));
  expect(await runJob(orgDrift, forest.db, NOW, '20261124')).toBe('orgs 1');
  await forest.settle();
  expect(await truth(forest.db)).toEqual(nothingWrong);
  expect(await runJob(orgDrift, forest.db, NOW, '20261125')).toBe('orgs 0');
});

it('work that is overtaken by a move begins again, whatever it had done', async () => {
  for (let overtaken = 1; overtaken < 8; overtaken += 1) {
    const { db } = await plantForest();
    await db.orgs.update({ _id: 'b1' }, { set: { parentId: 'd2' } });
    let cursor: Value | undefined;
    let done = false;
    for (let steps = 1; !done; steps += 1) {
      const outcome = await orgCopies.step(db, {
        key: 'x:b1',
        cursor,
        now: NOW,
        others: closeAll(db),
        files: memoryFiles(),
      });
      done = 'done' in outcome;
      if ('cursor' in outcome) cursor = outcome.cursor;
      // Another run has mended the org itself, and no more than that.
      const moved = { parentId: 'root', path: ['root', 'b1'] };
      if (steps === overtaken && !done) await db.orgs.update({ _id: 'b1' }, { set: moved });
    }
    expect(await truth(db)).toEqual(nothingWrong);
  }
});
