import { config } from '../../../contract/config';
import { command, person } from '../../support/domains';
import { DAY, idOn, NOW, openCity } from './town';

const branch = { orgId: 'eastBranch', memberId: 'reader', role: 'branchSecretary' as const, from: null, until: null };
const grant = (number: number, more: Partial<typeof branch> | object = {}) => ({
  commandId: command(number),
  ...branch,
  ...more,
});
const codeOf = (reply: { ok: boolean; code?: string }) => (reply.ok ? 'ok' : reply.code);

describe('giving a role', () => {
  it('is for those entitled, on their subtree, not to themselves, for no longer than they have it', async () => {
    const town = await openCity();
    const tries: [string, object, string | undefined][] = [
      ['secretary', {}, 'FORBIDDEN'],
      ['westHead', {}, 'FORBIDDEN'],
      ['head', { role: 'cityAdmin' }, 'ROLE_NOT_HERE'],
      ['head', { orgId: 'east', role: 'auditor' }, 'ROLE_NOT_YOURS'],
      ['head', { orgId: 'east', role: 'orgAdmin', memberId: 'head' }, 'ROLE_TO_SELF'],
      ['head', { memberId: 'nobody' }, 'ROLE_OF_NOBODY'],
      ['head', { until: NOW - DAY }, 'ROLE_TERM_INVALID'],
      ['head', { from: NOW + 2 * DAY, until: NOW + DAY }, 'ROLE_TERM_INVALID'],
      ['head', { memberId: 'secretary' }, 'ROLE_HELD'],
      ['westHead', { orgId: 'west', role: 'orgAdmin' }, 'ROLE_TERM_INVALID'],
      ['westHead', { orgId: 'west', role: 'orgAdmin', until: NOW + 101 * DAY }, 'ROLE_TERM_INVALID'],
      ['westHead', { orgId: 'west', role: 'orgAdmin', until: NOW + 100 * DAY }, 'ok'],
      ['westHead', { orgId: 'westBranch' }, 'ok'],
      ['clerk', {}, 'ok'],
      ['clerk', { orgId: 'city', role: 'office' }, 'ROLE_NOT_YOURS'],
      ['one', { orgId: 'city', role: 'office' }, 'ok'],
    ];
    for (const [at, [who, more, expected]] of tries.entries()) {
      expect([at, codeOf(await town.call(who, 'role.grant', grant(at, more)))]).toEqual([at, expected]);
    }
  });

  it('lets who was given it act at his next call, and who lost it not any more', async () => {
    const town = await openCity();
    const reach = () => town.call('reader', 'org.joinCode', { orgId: 'eastBranch' });
    expect(codeOf(await reach())).toBe('FORBIDDEN');
    const { term } = await town.done('head', 'role.grant', grant(1, { until: NOW + 9 * DAY }));
    expect(codeOf(await reach())).toBe('ok');
    town.clock.now = NOW + 9 * DAY;
    expect(codeOf(await reach())).toBe('FORBIDDEN');
    town.clock.now = NOW + DAY;
    const end = { commandId: command(2), memberId: 'reader', id: term.id };
    const ended = await town.done('head', 'role.end', end);
    expect(codeOf(await reach())).toBe('FORBIDDEN');
    expect(await town.done('head', 'role.end', end)).toEqual(ended);
    expect(ended.term).toMatchObject({ state: 'ended', by: 'head同志', endedBy: 'head同志' });
  });

  it('costs nine round trips and taking back eleven, the identity included', async () => {
    const town = await openCity();
    const { term } = await town.done('head', 'role.grant', grant(1));
    expect(town.trips()).toBe(9);
    await town.done('head', 'role.end', { commandId: command(2), memberId: 'reader', id: term.id });
    expect(town.trips()).toBe(11);
  });
});

describe('standing in', () => {
  it('is asked by the holder himself for his own time, gives what he has but no giving of roles, and ends with his', async () => {
    const town = await openCity();
    const id = await idOn(town, 'east', 'head');
    const asked = { id, memberId: 'neighbour', from: NOW, until: NOW + 30 * DAY };
    const tries: [string, object, string | undefined][] = [
      ['head', { until: NOW + 93 * DAY }, 'ROLE_TERM_INVALID'],
      ['head', { memberId: 'head' }, 'ROLE_TO_SELF'],
      ['rival', {}, 'ROLE_NOT_YOURS'],
      ['head', {}, 'ok'],
    ];
    for (const [at, [who, more, expected]] of tries.entries()) {
      const reply = await town.call(who, 'role.delegate', { commandId: command(at), ...asked, ...more });
      expect([at, codeOf(reply)]).toEqual([at, expected]);
    }
    expect(codeOf(await town.call('neighbour', 'org.joinCode', { orgId: 'eastBranch' }))).toBe('ok');
    expect(codeOf(await town.call('neighbour', 'role.grant', grant(5)))).toBe('FORBIDDEN');
    const theirs = (await town.done('neighbour', 'role.mine', {})).mine[0];
    expect(theirs).toMatchObject({ role: 'orgAdmin', of: { id: 'head' } });
    const onward = { commandId: command(6), ...asked, id: theirs?.id ?? '', memberId: 'reader' };
    expect(codeOf(await town.call('neighbour', 'role.delegate', onward))).toBe('ROLE_NOT_YOURS');
    expect((await town.done('head', 'role.mine', {})).delegated).toMatchObject([{ member: { id: 'neighbour' } }]);

    await town.done('one', 'role.end', { commandId: command(7), memberId: 'head', id });
    expect(codeOf(await town.call('neighbour', 'org.joinCode', { orgId: 'eastBranch' }))).toBe('FORBIDDEN');
  });

  it('does not count while he for whom one stands in is disabled, from the next call on, and does again afterwards', async () => {
    const town = await openCity();
    const id = await idOn(town, 'east', 'head');
    await town.done('head', 'role.delegate', {
      ...{ commandId: command(1), id, memberId: 'neighbour', from: NOW, until: NOW + 30 * DAY },
    });
    const reply = async () => codeOf(await town.call('neighbour', 'org.joinCode', { orgId: 'eastBranch' }));
    const seen = async () =>
      (await town.done('one', 'role.whoCan', { orgId: 'east', permission: 'org:invite' })).here.map(
        ({ member }) => member.id,
      );
    expect([await reply(), await seen()]).toEqual(['ok', ['head', 'neighbour']]);
    const until = NOW + DAY;
    await town.done('one', 'member.disable', { commandId: command(2), id: 'head', reason: '核实中', until });
    expect([await reply(), await seen()]).toEqual(['FORBIDDEN', []]);
    town.clock.now = until;
    expect([await reply(), await seen()]).toEqual(['ok', ['head', 'neighbour']]);
  });

  it('does not outlast a term that was cut short', async () => {
    const town = await openCity();
    const id = await idOn(town, 'east', 'head');
    const asked = { commandId: command(1), id, memberId: 'neighbour', from: NOW, until: NOW + 30 * DAY };
    await town.done('head', 'role.delegate', asked);
    await town.done('one', 'role.extend', { commandId: command(2), memberId: 'head', id, until: NOW + 5 * DAY });
    town.clock.now = NOW + 5 * DAY;
    expect(codeOf(await town.call('neighbour', 'org.joinCode', { orgId: 'eastBranch' }))).toBe('FORBIDDEN');
  });
});

describe('the city’s own roles, where a second person is asked for', () => {
  beforeEach(() => jest.replaceProperty(config, 'secondApproval', { on: true, days: 14 }));
  afterEach(() => jest.restoreAllMocks());
  const office = { orgId: 'city', memberId: 'reader', role: 'office' };

  it('count when another administrator has agreed, who is neither the one who proposed nor the one it is for', async () => {
    const town = await openCity({}, [person('three', 'city', [{ role: 'cityAdmin', orgId: 'city' }])]);
    const { term } = await town.done(
      'one',
      'role.grant',
      grant(1, { ...office, role: 'cityAdmin', memberId: 'neighbour' }),
    );
    expect(term.state).toBe('proposed');
    const decide = (who: string, number: number, agree = true) =>
      town.call(who, 'role.decide', { commandId: command(number), id: term.id, agree });
    expect((await town.done('two', 'role.waiting', {})).items).toMatchObject([{ id: term.id, mayDecide: true }]);
    expect((await town.done('one', 'role.waiting', {})).items).toMatchObject([{ id: term.id, mayDecide: false }]);
    expect(codeOf(await decide('one', 2))).toBe('ROLE_NOT_YOURS');
    expect(codeOf(await decide('clerk', 3))).toBe('ROLE_NOT_YOURS');
    expect(codeOf(await decide('two', 4))).toBe('ok');
    expect(codeOf(await decide('two', 4))).toBe('ok');
    expect(codeOf(await decide('three', 5, false))).toBe('ROLE_DECIDED');
    expect(codeOf(await town.call('neighbour', 'feedback.inbox', {}))).toBe('ok');
  });

  it('lapse when nobody decides, and a refusal gives nothing', async () => {
    const town = await openCity();
    const proposed = await town.done('one', 'role.grant', grant(1, office));
    town.clock.now = NOW + 14 * DAY;
    const late = { commandId: command(2), id: proposed.term.id, agree: true };
    expect(codeOf(await town.call('two', 'role.decide', late))).toBe('ROLE_DECIDED');
    const again = await town.done('one', 'role.grant', grant(3, office));
    await town.done('two', 'role.decide', { commandId: command(4), id: again.term.id, agree: false });
    expect((await town.db.members.get('reader'))?.grants).toEqual([]);
    const { items } = await town.done('one', 'role.history', { orgId: 'city' });
    expect(items.map(({ state }) => state)).toEqual(['declined', 'lapsed']);
  });

  it('get a longer term the same way, a shorter one at once', async () => {
    const town = await openCity();
    const id = await idOn(town, 'city', 'clerk');
    const cut = { commandId: command(1), memberId: 'clerk', id, until: NOW + DAY };
    expect((await town.done('one', 'role.extend', cut)).term).toMatchObject({ state: 'given', until: NOW + DAY });
    const { term } = await town.done('one', 'role.extend', { ...cut, commandId: command(2), until: NOW + 9 * DAY });
    expect(term.state).toBe('proposed');
    await town.done('two', 'role.decide', { commandId: command(3), id: term.id, agree: true });
    expect((await town.db.members.get('clerk'))?.grants).toMatchObject([{ until: NOW + 9 * DAY }]);
  });
});

it('a longer term that was declined is not given when the same answer comes again as a yes', async () => {
  const town = await openCity();
  const office = { orgId: 'city', memberId: 'reader', role: 'office', until: NOW + DAY };
  await town.done('one', 'role.grant', grant(3, office));
  jest.replaceProperty(config, 'secondApproval', { on: true, days: 14 });
  const id = await idOn(town, 'city', 'reader');
  const longer = { commandId: command(1), memberId: 'reader', id, until: NOW + 9 * DAY };
  const { term } = await town.done('one', 'role.extend', longer);
  const answer = { commandId: command(2), id: term.id };
  await town.done('two', 'role.decide', { ...answer, agree: false });
  const again = await town.done('two', 'role.decide', { ...answer, agree: true });
  expect(again.term.state).toBe('declined');
  expect((await town.db.members.get('reader'))?.grants).toMatchObject([{ until: NOW + DAY }]);
  jest.restoreAllMocks();
});

describe('what is shown', () => {
  it('of an org: who holds what here and above, what may be given, in five round trips', async () => {
    const town = await openCity();
    const shown = await town.done('head', 'role.ofOrg', { orgId: 'eastBranch' });
    expect(town.trips()).toBeLessThanOrEqual(5);
    expect(shown.here.map(({ member, mayChange }) => [member.name, mayChange])).toEqual([['secretary同志', true]]);
    expect(shown.above.map(({ member, org }) => [member.id, org.id])).toEqual([
      ...[
        ['one', 'city'],
        ['two', 'city'],
        ['head', 'east'],
        ['clerk', 'city'],
      ],
    ]);
    expect(shown.grantable).toEqual([{ role: 'branchSecretary', latest: null }]);
    expect(codeOf(await town.call('rival', 'role.ofOrg', { orgId: 'eastBranch' }))).toBe('FORBIDDEN');
  });

  it('of a member: in words what he may, only where the asker has to do with it', async () => {
    const town = await openCity();
    const seen = await town.done('head', 'role.ofMember', { orgId: 'east', memberId: 'secretary' });
    expect(seen.sights.map(({ role, may }) => [role, may.includes('办活动、看报名名单')])).toEqual([
      ['branchSecretary', true],
      ['member', false],
    ]);
    const above = await town.done('head', 'role.ofMember', { orgId: 'east', memberId: 'one' });
    expect(above.sights.map(({ role, fromAbove }) => [role, fromAbove])).toContainEqual(['cityAdmin', true]);
    expect(codeOf(await town.call('head', 'role.ofMember', { orgId: 'east', memberId: 'stranger' }))).toBe('NOT_FOUND');
  });

  it('who can: by a permission, with those above, without those whose time has not come', async () => {
    const town = await openCity();
    await town.done('head', 'role.grant', grant(1, { from: NOW + DAY }));
    const { here, above } = await town.done('secretary', 'role.whoCan', {
      orgId: 'eastBranch',
      permission: 'event:manage',
    });
    expect(here.map(({ member }) => member.id)).toEqual(['secretary']);
    expect(above.map(({ member }) => member.id)).toEqual(['one', 'two', 'head']);
  });
});
