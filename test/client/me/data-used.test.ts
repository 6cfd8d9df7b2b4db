import type { CollectionName } from '../../../cloudfunctions/schema';
import { schema } from '../../../cloudfunctions/schema';
import { dataUsed } from '@/features/me/data-used';

const personal = Object.entries(schema).filter(([, { personal }]) => personal !== null);

test('the about page names every collection that holds personal data, and no other', () => {
  expect(Object.keys(dataUsed).sort()).toEqual(personal.map(([name]) => name).sort());
});

test.each(Object.entries(dataUsed))('what it says of how long %s is kept is what the timer does', (name, { kept }) => {
  const { retention } = schema[name as CollectionName];
  const after = retention?.days === 0 ? '过期后自动删除' : ` ${retention?.days} 天后自动删除`;
  expect(kept).toContain(retention ? after : '到您要求删除为止');
});
