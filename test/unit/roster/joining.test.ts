import { expect as expected } from '@jest/globals';
import { openRoster } from './town';

const same = '何明 2023\n何明 2024\n陆清和';

describe('whoever joins by an invitation without approval', () => {
  it('is matched by his name however it is written, once; who leaves stays matched', async () => {
    const { expect, come, counts, invite, db } = await openRoster();
    await expect('阿依努尔·木拉提\n陆清和');
    const { code } = await invite();
    expected(await come('ann', code, '阿依努尔 木拉提')).toBe('joined');
    expected(await come('ann', code, '阿依努尔 木拉提')).toBe('already');
    expected(await come('bob', code, '别人')).toBe('joined');
    expected(await come('eve', 'STANDB1', '陆清和')).toBe('joined');
    expected(await counts()).toEqual([2, 0]);
    await db.members.update({ openid: 'openid-of-ann' }, { set: { orgIds: [], scope: [] } });
    expected(await counts()).toEqual([2, 0]);
  });

  it('of two with one name is asked, and nothing is done until he answers or passes', async () => {
    const { expect, come, counts, invite, used, orgsOf, call, next } = await openRoster();
    await expect(same);
    const { id, code } = await invite();
    const asked = await call('ann', 'invitation.accept', { ...next(), code, name: '何明', fourteenOrOlder: true });
    expected(asked).toMatchObject({
      ok: false,
      code: 'JOIN_NAMESAKE',
      fields: [{ path: 'answer', message: '您哪一年入学或入职？' }],
    });
    expected([await used(id), await orgsOf('ann')]).toEqual([{ used: 0, places: 0 }, []]);
    expected(await come('ann', code, '何明', '24级')).toBe('joined');
    expected(await counts()).toEqual([1, 2]);
    expected(await come('bob', code, '何明', '2024')).toBe('joined');
    expected(await come('eve', code, '何明', '')).toBe('joined');
    expected(await counts()).toEqual([1, 2]);
  });

  it('is not matched when no place is left for him, and another is then', async () => {
    const { expect, come, counts, invite } = await openRoster();
    await expect('陆清和');
    const full = await invite({ limit: 1 });
    await come('bob', full.code, '别人');
    expected(await come('ann', full.code, '陆清和')).toBe('INVITATION_FULL');
    expected(await counts()).toEqual([0, 1]);
  });

  it('with an earlier client joins without being asked', async () => {
    const { expect, call, next, counts } = await openRoster();
    await expect(same);
    const join = (who: string, name: string) =>
      call(who, 'me.join', { ...next(), joinCode: 'STANDB1', name, fourteenOrOlder: true });
    expected(await join('ann', '何明')).toMatchObject({ ok: true });
    expected(await join('bob', '陆清和')).toMatchObject({ ok: true });
    expected(await counts()).toEqual([1, 2]);
  });
});

describe('where the branch approves', () => {
  it('who is on the roster comes in at once if the secretary chose so, one for a name', async () => {
    const { expect, come, counts, invite, orgsOf, requests } = await openRoster();
    await expect(same, { direct: true });
    const { code } = await invite({ approval: true });
    expected(await come('ann', code, '陆清和')).toBe('joined');
    expected(await orgsOf('ann')).toEqual([['b1']]);
    expected(await come('bob', code, '陆清和')).toBe('waiting');
    expected(await come('eve', code, '何明')).toBe('JOIN_NAMESAKE');
    expected(await come('eve', code, '何明', '2023')).toBe('joined');
    expected(await counts()).toEqual([2, 1]);
    expected((await requests()).map(({ name, listed }) => [name, listed])).toEqual([['陆清和', false]]);
  });

  it('an own member of another branch comes in by the name that he has; one who was declined does not', async () => {
    const { expect, come, invite, decide, requests } = await openRoster();
    const { code } = await invite({ approval: true });
    expected(await come('ann', code, '陆清和')).toBe('waiting');
    const [request] = await requests();
    await decide(request?.id ?? '', 'declined');
    await expect('陆清和\n成员neighbour', { direct: true });
    expected(await come('ann', code, '陆清和')).toBe('JOIN_DECLINED');
    expected(await come('neighbour', code, '不作数')).toBe('joined');
  });

  it('what he asked of other branches before is his when he comes in at once', async () => {
    const { expect, come, invite, db } = await openRoster();
    const other = await invite({ approval: true });
    await come('ann', other.code, '陆清和');
    await expect('陆清和', { direct: true });
    const { code } = await invite({ approval: true });
    await come('ann', code, '陆清和');
    const [member] = await db.members.find({ openid: 'openid-of-ann' }, { limit: 1 });
    expected(await db.joinRequests.count({ memberId: member?._id ?? '' })).toBe(1);
  });

  it('otherwise asks, and the secretary sees whether the name is expected while he waits', async () => {
    const { expect, come, invite, requests, counts, decide, done, next, platform } = await openRoster();
    await expect(same);
    const { code } = await invite({ approval: true });
    expected(await come('ann', code, '陆清和')).toBe('waiting');
    platform.time += 1000;
    expected(await come('bob', code, '别人')).toBe('waiting');
    platform.time += 1000;
    expected(await come('eve', code, '何明')).toBe('JOIN_NAMESAKE');
    expected(await come('eve', code, '何明', '2023')).toBe('waiting');
    const waiting = await requests();
    expected(waiting.map(({ name, listed }) => [name, listed])).toEqual([
      ['陆清和', true],
      ['别人', false],
      ['何明', true],
    ]);
    expected(await counts()).toEqual([0, 3]);
    // Of one without a record the place is taken when he comes in himself.
    const { request } = await decide(waiting[0]?.id ?? '', 'approved');
    expected([request.listed, await counts()]).toEqual([null, [0, 3]]);
    await done('ann', 'invitation.enter', { ...next(), id: waiting[0]?.id ?? '' });
    expected(await counts()).toEqual([1, 2]);
    await done('secretary', 'roster.setCleared', { ...next(), orgId: 'b1', cleared: true });
    expected((await requests()).map(({ listed }) => listed)).toEqual([null, null]);
  });

  it('a member is matched when he is approved, and is not when that is taken back', async () => {
    const { expect, come, invite, requests, counts, decide, done, next } = await openRoster();
    await expect('成员neighbour');
    const { code } = await invite({ approval: true });
    await come('neighbour', code, '不作数');
    const [request] = await requests();
    await decide(request?.id ?? '', 'approved');
    expected(await counts()).toEqual([1, 0]);
    await done('secretary', 'invitation.undecide', { ...next(), id: request?.id ?? '' });
    expected(await counts()).toEqual([0, 1]);
  });

  it('one who asked before there was a roster was not compared with it; asked anew, he is', async () => {
    const { expect, come, invite, requests, done, next, platform } = await openRoster();
    const { code } = await invite({ approval: true });
    await come('ann', code, '陆清和');
    platform.time += 1000;
    await expect('陆清和');
    const [request] = await requests();
    expected(request?.listed).toBeNull();
    await done('ann', 'invitation.withdraw', { ...next(), id: request?.id ?? '' });
    platform.time += 1000;
    await come('ann', code, '陆清和');
    expected((await requests()).map(({ listed }) => listed)).toEqual([true]);
    await done('ann', 'invitation.withdraw', { ...next(), id: request?.id ?? '' });
    await come('ann', code, '别人');
    expected((await requests()).map(({ listed }) => listed)).toEqual([false]);
  });

  it('three wrong answers in an hour are looked at and no more, so nobody tries them out', async () => {
    const { expect, come, invite, requests, done, next } = await openRoster();
    await expect('何明 2023\n何明 2024', { direct: true });
    const { code } = await invite({ approval: true });
    const withdraw = async () => {
      const [request] = await requests();
      await done('ann', 'invitation.withdraw', { ...next(), id: request?.id ?? '' });
    };
    for (const wrong of ['2020', '2021', '2022']) {
      expected(await come('ann', code, '何明', wrong)).toBe('waiting');
      await withdraw();
    }
    expected(await come('ann', code, '何明', '2023')).toBe('waiting');
    expected((await requests()).map(({ listed }) => listed)).toEqual([false]);
    expected(await come('bob', code, '何明', '2023')).toBe('joined');
  });

  it('a name that nobody can have is on no roster', async () => {
    const { expect, come, invite, requests } = await openRoster();
    await expect('陆清和', { direct: true });
    const { code } = await invite({ approval: true });
    expected(await come('ann', code, '··')).toBe('waiting');
    expected((await requests()).map(({ listed }) => listed)).toEqual([false]);
  });
});

it.each([
  ['by an invitation', { approval: false }, {}],
  ['at once, where the branch approves others', { approval: true }, { direct: true }],
  ['to the branch, to be asked', { approval: true }, {}],
])('with a roster costs one round trip more than before, 11 in all: %s', async (_how, plan, kept) => {
  let trips = 0;
  const { expect, come, invite } = await openRoster({ before: () => void (trips += 1) });
  await expect('陆清和\n沈遥', kept);
  const { code } = await invite(plan);
  for (const [who, name] of [
    ['ann', '陆清和'],
    ['bob', '别人'],
  ] as const) {
    trips = 0;
    await come(who, code, name);
    expected(trips).toBeLessThanOrEqual(11);
  }
});
