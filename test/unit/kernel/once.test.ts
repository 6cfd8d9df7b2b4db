import { addMissing } from '../../../cloudfunctions/kernel/once';
import type { LimitDoc } from '../../../cloudfunctions/kernel/collections';
import { memoryDatabase } from './memory';

const docs = (from: number, to: number): LimitDoc[] =>
  Array.from({ length: to - from }, (_, at) => ({
    _id: `l${String(from + at).padStart(4, '0')}`,
    count: 1,
    expiresAt: 1,
  }));

describe('adding what is missing', () => {
  it('adds each once, also when two do it at once and a third has added some of them', async () => {
    const { db } = memoryDatabase();
    await db.limits.addAll(docs(40, 60));
    const [one, two] = await Promise.all([addMissing(db.limits, docs(0, 250)), addMissing(db.limits, docs(100, 350))]);
    expect(await db.limits.count({})).toBe(350);
    // Whoever added it is told so, and nobody else.
    const told = [...one, ...two].map(({ _id }) => _id);
    expect(told).toHaveLength(330);
    expect(new Set(told).size).toBe(330);
  });

  it('adds nothing when it is done again', async () => {
    const { db } = memoryDatabase();
    expect(await addMissing(db.limits, docs(0, 120))).toHaveLength(120);
    expect(await addMissing(db.limits, docs(0, 120))).toEqual([]);
    expect(await addMissing(db.limits, [])).toEqual([]);
  });
});
