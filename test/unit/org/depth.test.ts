import { firstTooDeep } from '../../../cloudfunctions/domains/org/rules/moving';
import { newOrg } from '../../../cloudfunctions/domains/org/rules/org';
import { ORG_DEPTH_MAX } from '../../../contract/domains/org/constants';
import { command, openTown, person, type Town } from '../../support/domains';

/* The tree has an end downwards for everything that goes along with a move, not only for what is moved. */

let town: Town;
const chain = async (top: string, above: string[], count: number) => {
  const path = [...above];
  for (let at = 0; at < count; at += 1) {
    const id = `${top}${at}`;
    await town.db.orgs.add(newOrg({ id, name: `第${id}级`, kind: 'branch', above: [...path] }));
    path.push(id);
  }
};
const move = (number: number, orgId: string, toId: string) =>
  town.call('admin', 'org.move', { commandId: command(number), orgId, toId });

beforeEach(async () => {
  town = await openTown(0, {}, [person('admin', 'city', [{ role: 'cityAdmin', orgId: 'city' }])]);
});

it('refuses a move by which the deepest org that goes along would lie below the last level', async () => {
  await chain('a', ['city', 'east'], 6);
  await chain('b', ['city', 'west'], 5);
  // b4 stands on the seventh level; six more come to the thirteenth.
  expect(await move(1, 'a0', 'b4')).toMatchObject({ code: 'ORG_TOO_DEEP' });
  expect((await town.db.orgs.get('a0'))?.parentId).toBe('east');
  expect(await move(2, 'a0', 'b3')).toMatchObject({ ok: true });
});

it('says that a move is done where it is sent again', async () => {
  await chain('a', ['city', 'east'], 6);
  await chain('b', ['city', 'west'], 4);
  expect(await move(1, 'a0', 'b3')).toMatchObject({ ok: true });
  expect(await move(1, 'a0', 'b3')).toMatchObject({ ok: true });
});

it('counts levels from the top, of copies of before the move', () => {
  expect(firstTooDeep(3, ORG_DEPTH_MAX - 1)).toBe(3);
  expect(firstTooDeep(3, 1)).toBe(ORG_DEPTH_MAX + 1);
});
