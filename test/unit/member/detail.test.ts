import { command, openTown, person, type Town } from '../../support/domains';
import { NOW, somebody } from './somebody';

/* What the page of one member tells to whom, and the list of those who belong to no org. */

const formerNames = [{ name: '林旺书', until: NOW - 1 }];

let town: Town;
beforeEach(async () => {
  town = await openTown(NOW, {}, [
    somebody('lin', '林望舒', ['eastBranch', 'westBranch'], { formerNames }),
    somebody('song', '宋言', ['eastBranch'], { formerNames }),
    somebody('he', '何从', [], { formerNames }),
    person('admin', 'city', [{ role: 'cityAdmin', orgId: 'city' }]),
    person('auditor', 'westBranch', [{ role: 'auditor', orgId: 'city' }]),
  ]);
});

const get = (who: string, id: string) => town.done(who, 'member.get', { id });

it('former names are told to whoever manages the person, and to nobody else who sees him', async () => {
  expect((await get('secretary', 'song')).formerNames).toEqual(formerNames);
  expect((await get('auditor', 'song')).formerNames).toEqual([]);
  // On one of two orgs only.
  expect((await get('secretary', 'lin')).formerNames).toEqual([]);
});

it('names the duties that are not over, wherever they are, and not what is over', async () => {
  const add = (who: string, number: number, orgId: string, term: { from: string; until: string | null }) =>
    town.done(who, 'duty.add', {
      ...{ commandId: command(number), orgId, group: '领导小组', kind: 'groupMember', title: '' },
      ...{ person: { memberId: 'lin', name: '林望舒' }, ...term },
    });
  await add('admin', 1, 'city', { from: '20260101', until: null });
  await add('secretary', 2, 'eastBranch', { from: '20270101', until: '20271231' });
  await add('secretary', 3, 'eastBranch', { from: '20250101', until: '20251231' });
  const { duties } = await get('secretary', 'lin');
  expect(duties.map(({ org, from, until, coming }) => [org.name, from, until, coming])).toEqual([
    ['city团组织', '20260101', null, false],
    ['eastBranch团组织', '20270101', '20271231', true],
  ]);
});

it('shows duties that are over apart, the latest first, and reads them with the present ones at once', async () => {
  const add = (number: number, orgId: string, term: { from: string; until: string | null }) =>
    town.done('secretary', 'duty.add', {
      ...{ commandId: command(number), orgId, group: '支部委员会', kind: 'groupMember', title: '' },
      ...{ person: { memberId: 'song', name: '宋言' }, ...term },
    });
  await add(1, 'eastBranch', { from: '20230101', until: '20231231' });
  await add(2, 'eastBranch', { from: '20250101', until: '20251231' });
  await add(3, 'eastBranch', { from: '20260101', until: null });
  const { duties, formerDuties } = await get('secretary', 'song');
  expect(duties.map(({ from }) => from)).toEqual(['20260101']);
  expect(formerDuties.map(({ org, from, until }) => [org.name, from, until])).toEqual([
    ['eastBranch团组织', '20250101', '20251231'],
    ['eastBranch团组织', '20230101', '20231231'],
  ]);
  // The identity’s, the member’s, and side by side his duties, a merge and what he may do.
  expect(town.trips()).toBeLessThanOrEqual(4);
});

it('says of which org the viewer may propose that he goes', async () => {
  const { orgs: own } = await get('secretary', 'lin');
  expect(own.map(({ id, mayTransfer }) => [id, mayTransfer])).toEqual([
    ['eastBranch', true],
    ['westBranch', false],
  ]);
  expect((await get('auditor', 'song')).orgs[0]?.mayTransfer).toBe(false);
});

it('whoever belongs to no org is on a list of the committee at the top, by name, and on no other', async () => {
  const none = { orgId: 'city', belonging: 'none' } as const;
  const { items, masked } = await town.done('admin', 'member.list', none);
  expect([items.map(({ id, name }) => [id, name]), masked]).toEqual([[['he', '何从']], false]);
  expect(await town.done('admin', 'member.count', none)).toEqual({ count: 1 });
  expect((await town.done('admin', 'member.list', { ...none, q: 'hecong' })).items).toHaveLength(1);
  expect((await town.done('admin', 'member.list', { orgId: 'city' })).items.map(({ id }) => id)).not.toContain('he');
  expect((await town.done('auditor', 'member.list', none)).items.map(({ name }) => name)).toEqual(['何*']);
  const below = { orgId: 'east', belonging: 'none' } as const;
  for (const who of ['admin', 'head']) {
    expect(await town.call(who, 'member.list', below)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await town.call(who, 'member.count', below)).toMatchObject({ code: 'FORBIDDEN' });
  }
});

it('the page of whoever belongs to no org is the committee’s, with his name', async () => {
  expect(await get('admin', 'he')).toMatchObject({ name: '何从', orgs: [], mayManage: true, formerNames });
  expect(await town.call('head', 'member.get', { id: 'he' })).toMatchObject({ code: 'FORBIDDEN' });
});
