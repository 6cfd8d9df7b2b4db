import { actions } from '../../../contract/registry';
import type { MemberDoc } from '../../../cloudfunctions/kernel/collections';
import { searchKeysOf } from '../../../cloudfunctions/shared/search/rules/keys';
import { person, type Town } from '../../support/domains';
import { DAY, NOW, openCity } from './town';

/* Who may delegate a role and may not see members finds the one he means, and no list of anybody. */

const called = (id: string, name: string, orgId: string, more: Partial<MemberDoc> = {}): MemberDoc => ({
  ...person(id, orgId),
  name,
  ...searchKeysOf(name, 'person'),
  ...more,
});

const station = { role: 'stationHead', orgId: 'east', term: 't-station' } as const;
const coming = { role: 'stationHead', orgId: 'west', from: NOW + DAY, term: 't-coming' } as const;
const inPlace = { role: 'stationHead', orgId: 'west', of: 'rival', term: 't-place' } as const;
const judge = { role: 'auditor', orgId: 'city', term: 't-auditor' } as const;

let town: Town;
beforeEach(async () => {
  town = await openCity({}, [
    person('station', 'east', [station, coming, inPlace, judge]),
    called('a', '林晓', 'eastBranch'),
    called('b', '林 晓', 'east'),
    called('longer', '王林晓', 'eastBranch'),
    called('away', '林晓', 'westBranch'),
    called('moved', '林晓', 'westBranch', { scope: ['city', 'east', 'eastBranch'] }),
    called('closed', '林晓', 'eastBranch', { disabled: true }),
  ]);
});

const find = async (name: string, id = 't-station', who = 'station') =>
  (await town.done(who, 'role.findPerson', { id, name })).items;

it('finds those of exactly this name in the org of the role and below it, with their orgs', async () => {
  expect((await find('林晓')).sort((one, other) => (one.id < other.id ? -1 : 1))).toEqual([
    { id: 'a', name: '林晓', orgs: ['eastBranch团组织'] },
    { id: 'b', name: '林 晓', orgs: ['east团组织'] },
  ]);
});

it.each(['林', '晓', 'linxiao', 'lx', '王林'])(
  'finds nobody by a part of a name or by how it is read: %s',
  async (typed) => {
    expect(await find(typed)).toEqual([]);
  },
);

it('does not offer himself', async () => {
  expect(await find('station同志')).toEqual([]);
});

it.each([
  ['a role of nobody', 't-nothing', 'station'],
  ['somebody else’s role', 't-station', 'reader'],
  ['one that is to come', 't-coming', 'station'],
  ['one in which he stands in himself', 't-place', 'station'],
  ['one that is neither delegated nor handed on', 't-auditor', 'station'],
])('is refused for %s', async (_which, id, who) => {
  expect(await town.call(who, 'role.findPerson', { id, name: '林晓' })).toMatchObject({ code: 'ROLE_NOT_YOURS' });
});

it('is written to the audit, and counted exactly', () => {
  const { audited, limit } = actions['role.findPerson'];
  expect([audited, limit.counted]).toEqual([true, 'exact']);
});

it('leads to a delegation', async () => {
  const [found] = await find('林晓');
  const { term } = await town.done('station', 'role.delegate', {
    commandId: 'command-000000000001',
    ...{ id: 't-station', memberId: found?.id ?? '', from: NOW, until: NOW + 5 * DAY },
  });
  expect(term).toMatchObject({ role: 'stationHead', state: 'given' });
});
