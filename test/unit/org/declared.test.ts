import type { CollectionName } from '../../../cloudfunctions/schema';
import { schema } from '../../../cloudfunctions/schema';
import { undeclaredCopies } from '../../support/undeclaredCopies';
import { plantForest } from './forest';

it('whatever in a document is the path or the name of an org is declared as a copy of it', async () => {
  const forest = await plantForest();
  expect(await undeclaredCopies(forest.db)).toEqual([]);
  await forest.db.feedback.add({ _id: 'f', where: { org: '组织b1' }, seenBy: ['root', 'd1', 'b1'] } as never);
  expect(await undeclaredCopies(forest.db)).toEqual(['feedback: seenBy', 'feedback: where.org']);
});

it('every declared copy is found by an index that begins with the id of its org', () => {
  for (const name of Object.keys(schema) as CollectionName[]) {
    const { copies, indexes } = schema[name];
    const first = indexes.map(({ keys }) => keys[0]?.[0]);
    for (const { id } of copies?.orgs ?? []) expect(first).toContain(id);
    for (const { ids } of copies?.scopes ?? []) expect(first).toContain(ids);
  }
});

it('scopes are mended where members have them, and declared nowhere else', () => {
  const having = (Object.keys(schema) as CollectionName[]).filter((name) => schema[name].copies?.scopes !== undefined);
  expect(having).toEqual(['members']);
});
