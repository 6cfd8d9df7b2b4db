import { noon } from '../../support/noon';
import { startStack, type Stack } from '../../support/stack';

describe('the demo city, as its people see it', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack({ seed: 'demo', clock: noon() });
  });
  afterAll(() => stack.stop());

  it('every persona but the visitor is a member with an organisation', async () => {
    for (const who of ['youth', 'cadre', 'branch-secretary', 'secretary', 'admin', 'district-youth']) {
      const session = await stack.call(who, 'me.session', {});
      expect(session.orgs.length).toBeGreaterThan(0);
    }
    expect(await stack.callAs('visitor', 'me.session', {})).toMatchObject({ ok: false, code: 'NOT_REGISTERED' });
  });

  it('the young reader has a desk, reading days of the last month, a recommendation and a place on a waitlist', async () => {
    const home = await stack.call('youth', 'home.today', {});
    expect(home.desk[0]?.title).toBe('红楼梦');
    expect(home.days.some(({ day }) => day === home.day)).toBe(false);
    expect(home.recommendation).not.toBeNull();
    const { items } = await stack.call('youth', 'event.list', { which: 'mine' });
    expect(items.map((event) => event.mine)).toContainEqual({ state: 'waiting', place: 2 });
  });

  it('today tells the young reader of a seat that came and of an event that was called off', async () => {
    const { changes } = await stack.call('youth', 'home.today', {});
    expect(changes.map((change) => [change.kind, 'title' in change && change.title])).toEqual([
      ['promoted', '樱顶夜读'],
      ['cancelled', '操场星空朗读'],
    ]);
  });

  it('one event is nearly full and one has a waitlist', async () => {
    const { items } = await stack.call('cadre', 'event.list', { which: 'open' });
    expect(items.some((event) => event.left === 1 && event.waiting === 0)).toBe(true);
    expect(items.some((event) => event.left === 0 && event.waiting === 3)).toBe(true);
  });

  it('what a branch recommends is seen in the branch and nowhere else', async () => {
    const titlesOf = async (who: string) =>
      (await stack.call(who, 'recommendation.list', { which: 'visible' })).items.map((item) => item.book.title);
    expect(await titlesOf('youth')).toContain('活着');
    expect(await titlesOf('district-youth')).not.toContain('活着');
    expect(await titlesOf('district-youth')).toContain('中国饭碗');
  });

  it('a secretary sees who wants to join, one of them expected, and who wants to come', async () => {
    const orgId = 'U01-WX-B01';
    const { items } = await stack.call('branch-secretary', 'invitation.requests', { orgId, which: 'waiting' });
    expect(items.map(({ name, listed }) => [name, listed])).toEqual([
      ['闻溪', true],
      ['陶知夏', false],
    ]);
    const coming = await stack.call('branch-secretary', 'transfer.list', { orgId, which: 'waiting' });
    expect(coming.items.map(({ person, proposed }) => [person?.name, proposed])).toEqual([['余笙', false]]);
    const going = await stack.call('branch-secretary', 'transfer.list', { orgId, which: 'out' });
    expect(going.items.map(({ person, proposed }) => [person?.name, proposed])).toEqual([['傅云舒', true]]);
    const { merges } = await stack.call('branch-secretary', 'member.merges', {});
    expect(merges).toMatchObject([{ state: 'asked' }]);
  });

  it('an administrator sees a batch of invitations, and a class of which all have left and some wait', async () => {
    const { items } = await stack.call('admin', 'invitation.batches', { orgId: 'U01' });
    expect(items).toMatchObject([{ made: 9, done: true }]);
    const moved = await stack.call('admin', 'transfer.list', { orgId: 'U01-WX-B03', which: 'out' });
    expect(moved.items.map(({ kind, state }) => [kind, state]).sort()).toEqual([
      ['graduation', 'done'],
      ...[0, 1, 2].map(() => ['graduation', 'open']),
    ]);
    expect((await stack.call('admin', 'transfer.list', { orgId: 'D01-B01', which: 'waiting' })).items).toHaveLength(2);
  });

  it('a recommendation for later is seen by its writer only', async () => {
    const mine = await stack.call('secretary', 'recommendation.list', { which: 'mine' });
    expect(mine.items.filter((item) => item.state === 'scheduled').map((item) => item.book.title)).toEqual([
      '给孩子讲宇宙',
    ]);
    const seen = await stack.call('youth', 'recommendation.list', { which: 'visible' });
    expect(seen.items.map((item) => item.book.title)).not.toContain('给孩子讲宇宙');
  });

  it('the visitor joins with the code that the switcher shows', async () => {
    const input = {
      commandId: 'demo-visitor-joins-1',
      joinCode: 'HANYU2401',
      name: '新来的',
      fourteenOrOlder: true as const,
    };
    const session = await stack.call('visitor', 'me.join', input);
    expect(session.orgs.map((org) => org.name)).toEqual(['汉语言文学 2401 团支部']);
  });
});
