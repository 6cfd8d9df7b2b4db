import type { ActionInput } from '../../../contract/registry';
import type { Grant } from '../../../cloudfunctions/kernel/grants';
import { openTown, type Town } from '../../support/domains';
import { NOW, somebody } from './somebody';

/* Who is on the list of an org, as whom, and at what cost. */

const DAY = 86_400_000;

const grants = (role: Grant['role'], orgId: string, more: Partial<Grant> = {}): Grant[] => [{ role, orgId, ...more }];

const people = [
  somebody('lin', '林望舒', ['eastBranch'], { joinedAt: NOW - 3 * DAY }),
  somebody('shan', '单雨', ['eastBranch', 'westBranch'], { joinedAt: NOW - 2 * DAY }),
  somebody('chen', '陈清和', ['east'], { grants: grants('lecturer', 'city') }),
  somebody('gone', '高远', ['eastBranch'], { grants: grants('branchSecretary', 'eastBranch', { until: NOW - 1 }) }),
  somebody('off', '方止', ['eastBranch'], { disabled: true, disabledFor: { reason: '借调', until: NOW + DAY } }),
  somebody('back', '白归', ['eastBranch'], { disabled: true, disabledFor: { reason: '借调', until: NOW } }),
  somebody('shut', '沈停', ['eastBranch'], { disabled: true }),
  somebody('auditor', '尹检', ['westBranch'], { grants: grants('auditor', 'city') }),
  somebody('both', '钟鉴', ['westBranch'], {
    grants: [...grants('auditor', 'city'), ...grants('branchSecretary', 'westBranch')],
  }),
];

let town: Town;
beforeEach(async () => {
  town = await openTown(NOW, {}, people);
});

const list = (who: string, input: ActionInput<'member.list'>) => town.done(who, 'member.list', input);
const names = async (who: string, input: ActionInput<'member.list'>) =>
  (await list(who, input)).items.map(({ name }) => name);

it('has everybody of the org and below it, in the order of pinyin, and nobody else', async () => {
  expect(await names('head', { orgId: 'east' })).toEqual([
    '白归',
    '陈清和',
    '方止',
    '高远',
    'head同志',
    '林望舒',
    'neighbour同志',
    'reader同志',
    'secretary同志',
    '单雨',
    '沈停',
  ]);
  expect(await names('rival', { orgId: 'westBranch' })).toEqual(['rival同志', 'stranger同志', '单雨', '尹检', '钟鉴']);
});

it('shows of each the orgs, the roles that count now, and whether he is disabled now', async () => {
  const { items } = await list('head', { orgId: 'east' });
  const row = (id: string) => items.find((item) => item.id === id);
  expect(row('shan')?.orgs).toEqual([
    { id: 'eastBranch', name: 'eastBranch团组织' },
    { id: 'westBranch', name: 'westBranch团组织' },
  ]);
  expect(row('chen')?.roles).toEqual(['lecturer']);
  expect(row('gone')?.roles).toEqual([]);
  expect(row('off')?.disabled).toEqual({ reason: '借调', until: NOW + DAY });
  expect(row('back')?.disabled).toBeNull();
  expect(row('shut')?.disabled).toEqual({ reason: null, until: null });
});

it('is found by characters, pinyin and initials', async () => {
  for (const q of ['望舒', 'wangshu', 'lws', '林']) {
    expect(await names('head', { orgId: 'east', q })).toEqual(['林望舒']);
  }
  expect(await names('head', { orgId: 'east', q: 'shanyu' })).toEqual(['单雨']);
  expect(await names('head', { orgId: 'east', q: '尹检' })).toEqual([]);
});

it('is filtered by what holds at this instant, and counted alike', async () => {
  const filters = [{ state: 'disabled' }, { state: 'active' }, { role: 'any' }] as const;
  const found = await Promise.all(filters.map((filter) => names('head', { orgId: 'east', ...filter })));
  expect(found[0]).toEqual(['方止', '沈停']);
  expect(found[1]).toHaveLength(9);
  expect(found[2]).toEqual(['陈清和', '高远', 'head同志', 'secretary同志']);
  for (const [at, filter] of filters.entries()) {
    const { count } = await town.done('head', 'member.count', { orgId: 'east', ...filter });
    expect(count).toBe(found[at]?.length);
  }
});

it('hides names from whoever audits, with all that would tell them', async () => {
  const { items, masked } = await list('auditor', { orgId: 'city' });
  expect(masked).toBe(true);
  expect(items.map(({ name }) => name)).toContain('林*');
  expect(JSON.stringify(items)).not.toContain('望舒');
  expect(items.slice(0, 3).map(({ joinedAt }) => joinedAt)).toEqual([NOW - DAY, NOW - DAY, NOW - DAY]);
  for (const input of [{ q: '林望舒' }, { sort: 'name' as const }]) {
    expect(await town.call('auditor', 'member.list', { orgId: 'city', ...input })).toMatchObject({
      code: 'NAMES_HIDDEN',
    });
  }
  expect(await town.call('auditor', 'member.count', { orgId: 'city', q: '林望舒' })).toMatchObject({
    code: 'NAMES_HIDDEN',
  });
  // Who audits the city and runs a branch of it has that branch's names, and no other's.
  const mixed = (await list('both', { orgId: 'city' })).items.map(({ name }) => name);
  expect([mixed.includes('尹检'), mixed.includes('林*'), mixed.includes('林望舒')]).toEqual([true, true, false]);
  expect((await list('both', { orgId: 'westBranch' })).masked).toBe(false);
});

it('is refused to whoever has no right there, wherever copies say that it stands', async () => {
  expect(await town.call('rival', 'member.list', { orgId: 'eastBranch' })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await town.call('reader', 'member.list', { orgId: 'eastBranch' })).toMatchObject({ code: 'FORBIDDEN' });
  await town.db.orgs.update({ _id: 'eastBranch' }, { set: { parentId: 'west' } });
  expect(await town.call('head', 'member.list', { orgId: 'eastBranch' })).toMatchObject({ code: 'FORBIDDEN' });
});
