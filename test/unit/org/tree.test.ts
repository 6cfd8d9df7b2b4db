import { newOrg } from '../../../cloudfunctions/domains/org/rules/org';
import { command, openTown, person } from '../../support/domains';

const NOW = Date.UTC(2026, 10, 23, 4);
const chief = person('chief', 'city', [{ role: 'cityAdmin', orgId: 'city' }]);
const auditor = person('auditor', 'westBranch', [{ role: 'auditor', orgId: 'city' }]);
const town = () => openTown(NOW, {}, [chief, auditor]);

describe('the tree', () => {
  it('comes in two round trips, each org after the one above it, to those who may see it', async () => {
    const city = await town();
    const { nodes, above } = await city.done('chief', 'org.tree', { orgId: 'city' });
    expect(city.trips()).toBe(2);
    expect(above).toEqual([]);
    expect(nodes.map(({ id, parent }) => [id, parent === null ? null : nodes[parent]?.id])).toEqual([
      ['city', null],
      ['east', 'city'],
      ['eastBranch', 'east'],
      ['west', 'city'],
      ['westBranch', 'west'],
    ]);
    expect((await city.done('head', 'org.tree', { orgId: 'east' })).above).toEqual([
      { id: 'city', name: 'city团组织' },
    ]);
    expect(city.trips()).toBe(2);
    expect((await city.done('auditor', 'org.tree', { orgId: 'east' })).nodes).toHaveLength(2);
    for (const who of ['reader', 'head']) {
      expect(await city.call(who, 'org.tree', { orgId: 'west' })).toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('is by the parents alone, before any copy was mended, and marks what is archived with all below it', async () => {
    const city = await town();
    await city.done('chief', 'org.move', { commandId: command(1), orgId: 'eastBranch', toId: 'west' });
    await city.done('chief', 'org.archive', { commandId: command(2), orgId: 'west' });
    expect((await city.done('head', 'org.tree', { orgId: 'east' })).nodes.map(({ id }) => id)).toEqual(['east']);
    const { nodes } = await city.done('chief', 'org.tree', { orgId: 'city' });
    expect(nodes.filter(({ archived }) => archived).map(({ id }) => id)).toEqual(['west', 'eastBranch', 'westBranch']);
  });
});

describe('the page of an org', () => {
  it('takes two round trips, and tells those of the subtree less than those who run it', async () => {
    const city = await town();
    await city.db.orgs.update(
      { _id: 'eastBranch' },
      { set: { joinCode: 'JOINEAST', figures: { branches: 1, members: 3 } } },
    );
    const full = await city.done('head', 'org.page', { orgId: 'eastBranch' });
    expect(city.trips()).toBe(2);
    expect(full).toMatchObject({ members: 3, joinCode: 'JOINEAST', may: { see: true, invite: true, change: true } });
    const less = await city.done('reader', 'org.page', { orgId: 'eastBranch' });
    expect(city.trips()).toBe(2);
    expect(less).toMatchObject({ members: null, joinCode: null, may: { see: false, change: false } });
    expect(less.above.map(({ id }) => id)).toEqual(['city', 'east']);
    expect((await city.done('secretary', 'org.page', { orgId: 'eastBranch' })).may).toMatchObject({ change: false });
    expect(await city.call('stranger', 'org.page', { orgId: 'eastBranch' })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('takes three where nobody said who is above it, however deep it is', async () => {
    const city = await town();
    const above = ['city', 'east', 'eastBranch', 'class'];
    await city.db.orgs.add(newOrg({ id: 'class', name: '一班', kind: 'branch', above: above.slice(0, 3) }));
    await city.db.orgs.add(newOrg({ id: 'group', name: '一组', kind: 'branch', above }));
    const page = await city.done('chief', 'org.page', { orgId: 'group' });
    expect(page.above.map(({ id }) => id)).toEqual(above);
    expect(city.trips()).toBe(3);
    await city.done('chief', 'org.page', { orgId: 'group', near: above });
    expect(city.trips()).toBe(2);
  });

  it('shows what is going into an org until it is there', async () => {
    const city = await town();
    await city.done('chief', 'org.merge', { commandId: command(1), orgId: 'east', toId: 'west' });
    const { below } = await city.done('chief', 'org.page', { orgId: 'west' });
    expect(below.map(({ id, merging }) => [id, merging])).toEqual([
      ['east', true],
      ['westBranch', false],
    ]);
    expect((await city.done('chief', 'org.page', { orgId: 'east' })).org.merging).toMatchObject({
      into: { id: 'west' },
    });
  });
});

describe('what was typed wrongly is refused in words, and nothing has changed', () => {
  it.each([
    ['below itself', 'org.move', { orgId: 'east', toId: 'eastBranch' }, 'ORG_BELOW_ITSELF'],
    ['into itself', 'org.merge', { orgId: 'east', toId: 'east' }, 'ORG_BELOW_ITSELF'],
    ['the root', 'org.move', { orgId: 'city', toId: 'east' }, 'ORG_IS_ROOT'],
    ['the root, away', 'org.archive', { orgId: 'city' }, 'ORG_IS_ROOT'],
    ['to nowhere', 'org.move', { orgId: 'east', toId: 'nowhere' }, 'NOT_FOUND'],
    [
      'a number twice',
      'org.create',
      { parentId: 'east', name: '团支部', kind: 'branch', code: 'west' },
      'ORG_CODE_TAKEN',
    ],
    ['restored, though at work', 'org.restore', { orgId: 'east' }, 'CONFLICT'],
  ] as const)('%s', async (_name, action, input, code) => {
    const city = await town();
    const before = await city.dump();
    expect(await city.call('chief', action, { commandId: command(1), ...input })).toMatchObject({ code });
    expect(await city.dump()).toEqual(before);
  });

  it('into what is archived, or merged already', async () => {
    const city = await town();
    await city.done('chief', 'org.merge', { commandId: command(1), orgId: 'westBranch', toId: 'eastBranch' });
    const into = { commandId: command(2), orgId: 'east', toId: 'westBranch' };
    expect(await city.call('chief', 'org.merge', into)).toMatchObject({ code: 'ORG_TARGET_GONE' });
    await city.done('chief', 'org.archive', { commandId: command(3), orgId: 'west' });
    const below = { commandId: command(4), orgId: 'east', toId: 'west' };
    expect(await city.call('chief', 'org.move', below)).toMatchObject({ code: 'ORG_ARCHIVED' });
  });

  it('a name of 60 characters, with rare ones and ·, is kept and found; of 61 it is not', async () => {
    const city = await town();
    const name = `𠮷阿卜杜拉·买买提${'团'.repeat(51)}`;
    const input = { commandId: command(1), orgId: 'east', name };
    await city.done('chief', 'org.rename', input);
    const { items } = await city.done('chief', 'org.search', { orgId: 'city', q: '买买提' });
    expect(items.map(({ id }) => id)).toEqual(['east']);
    await expect(city.call('chief', 'org.rename', { ...input, name: `${name}团` })).rejects.toThrow('最多 60 字');
  });
});

it('an archived org is read and not acted on, nor one below it, until it is restored', async () => {
  const city = await town();
  await city.done('chief', 'org.archive', { commandId: command(1), orgId: 'east' });
  const renew = (n: number) => city.call('secretary', 'org.renewCode', { commandId: command(n), orgId: 'eastBranch' });
  expect(await renew(2)).toMatchObject({ code: 'ORG_ARCHIVED' });
  expect(await city.call('secretary', 'org.joinCode', { orgId: 'eastBranch' })).toMatchObject({ ok: true });
  await city.done('chief', 'org.restore', { commandId: command(3), orgId: 'east' });
  const reply = await renew(4);
  expect(reply.ok && reply.data.joinCode).toMatch(/^[2-9A-Z]{10}$/);
});

it('whoever runs an org does not change it himself, nor moves it where he has no right', async () => {
  const city = await town();
  const act = (n: number, orgId: string, toId: string) =>
    city.call('head', 'org.move', { commandId: command(n), orgId, toId });
  expect(await act(1, 'east', 'city')).toMatchObject({ code: 'FORBIDDEN' });
  expect(await act(2, 'eastBranch', 'west')).toMatchObject({ code: 'FORBIDDEN' });
  expect(
    await city.call('secretary', 'org.rename', { commandId: command(3), orgId: 'eastBranch', name: '新' }),
  ).toMatchObject({ code: 'FORBIDDEN' });
});

it('a preview counts what a change takes along', async () => {
  const city = await town();
  const { words, counts } = await city.done('chief', 'org.preview', { kind: 'move', orgId: 'east', toId: 'west' });
  // In this town everything is called a branch; what is moved does not go along with itself.
  expect(words).toBe('1 个支部、4 人随之移动。');
  expect(counts.find(({ name }) => name === '成员')).toEqual({ name: '成员', count: 4 });
  expect(city.trips()).toBeLessThanOrEqual(7);
});
