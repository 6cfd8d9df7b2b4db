import type { RecommendationDoc } from '../../../cloudfunctions/domains/recommendation/collections';
import { toFailure } from '../../../cloudfunctions/kernel/failure';
import { changeOnce, documentAfter, revise } from '../../../cloudfunctions/shared/commands/store';
import { memoryDatabase } from '../kernel/memory';

const first = { id: 'r1', commandId: 'first' };
const to = (reason: string) => ({ change: { set: { reason } } });

async function stored(doc: Partial<RecommendationDoc> = {}) {
  const { recommendations } = memoryDatabase().db;
  await recommendations.add({ _id: 'r1', reason: '原文', commands: [], version: 1, ...doc } as RecommendationDoc);
  return recommendations;
}
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: unknown) => toFailure(error, 'r').code,
  );

describe('a change by a command', () => {
  it('comes about once, also when the command arrives twice at once', async () => {
    const collection = await stored();
    const both = await Promise.all([
      changeOnce(collection, first, { change: { inc: { createdAt: 1 } } }),
      changeOnce(collection, first, { change: { inc: { createdAt: 1 } } }),
    ]);
    expect(both.filter((doc) => doc !== undefined)).toHaveLength(1);
    expect(await collection.get('r1')).toMatchObject({ createdAt: 1, commands: ['first'] });
  });

  it('comes about only where what is expected holds, and is remembered only then', async () => {
    const collection = await stored({ withdrawn: true });
    expect(await changeOnce(collection, first, { ...to('新的'), expected: { withdrawn: false } })).toBeUndefined();
    expect(await collection.get('r1')).toMatchObject({ reason: '原文', commands: [] });
  });

  it('remembers the last commands only, as many as its domain says', async () => {
    const collection = await stored();
    for (const commandId of ['a', 'b', 'c'])
      await changeOnce(collection, { id: 'r1', commandId }, { change: {}, keepLast: 2 });
    expect((await collection.get('r1'))?.commands).toEqual(['b', 'c']);
  });

  it('pushes what the change itself pushes beside it', async () => {
    const collection = await stored({ questions: ['一'] });
    await changeOnce(collection, first, {
      change: { push: { questions: { items: ['二'] } } },
      ids: ['first', 'other'],
    });
    expect(await collection.get('r1')).toMatchObject({ questions: ['一', '二'], commands: ['first', 'other'] });
  });
});

describe('a revision', () => {
  it('changes the version that was seen and no other, so that no edit is lost unseen', async () => {
    const collection = await stored({ version: 3 });
    expect(await revise(collection, { ...first, version: 2 }, to('新的'))).toBeUndefined();
    expect(await revise(collection, { ...first, version: 3 }, to('新的'))).toMatchObject({
      version: 4,
      reason: '新的',
    });
  });

  it('finds a document that was never changed and has no version yet, as version 0', async () => {
    const collection = await stored({ version: undefined });
    expect(await revise(collection, { ...first, version: 0 }, to('新的'))).toMatchObject({ version: 1 });
    expect(await revise(collection, { id: 'r1', commandId: 'other', version: 0 }, to('旧的'))).toBeUndefined();
  });

  it('without a version changes whatever stands', async () => {
    const collection = await stored({ version: 7 });
    expect(await revise(collection, first, to('新的'))).toMatchObject({ version: 8 });
  });
});

describe('a command whose change did not come about', () => {
  it('gets what stands if it was the same command, CONFLICT if it was another, NOT_FOUND if nothing stands', async () => {
    const collection = await stored({ commands: ['first'] });
    const standing = () => collection.get('r1');
    expect((await documentAfter(undefined, first, standing))._id).toBe('r1');
    expect(await codeOf(documentAfter(undefined, { commandId: 'other' }, standing))).toBe('CONFLICT');
    expect(await codeOf(documentAfter(undefined, first, () => collection.get('none')))).toBe('NOT_FOUND');
  });

  it('reads nothing anew when it did come about', async () => {
    const never = () => Promise.reject(new Error('read'));
    expect(await documentAfter({ commands: [] }, first, never)).toEqual({ commands: [] });
  });
});
