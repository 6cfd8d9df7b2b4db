import { DAY, NOW, openDoor, wordOf } from './town';

type Door = Awaited<ReturnType<typeof openDoor>>;

async function asking(who: string, plan = {}) {
  const door = await openDoor();
  const invitation = await door.invite({ approval: true, ...plan });
  const outcome = wordOf(await door.accept(who, invitation.code));
  return { ...door, invitation, outcome, id: await idOf(door, who) };
}
const mine = async ({ done }: Pick<Door, 'done'>, who: string) => (await done(who, 'invitation.mine', {})).items;
const idOf = async (door: Pick<Door, 'done'>, who: string) => (await mine(door, who))[0]?.id ?? '';

describe('a branch that is asked', () => {
  it('a visitor waits without being a member, is approved, and comes in by himself', async () => {
    const { outcome, id, done, call, next, orgsOf, used, invitation } = await asking('ann');
    expect(outcome).toBe('waiting');
    expect(await orgsOf('ann')).toEqual([]);
    expect(await used(invitation.id)).toEqual({ used: 0, places: 0 });
    const { items } = await done('secretary', 'invitation.requests', { orgId: 'b1', which: 'waiting' });
    expect(items).toMatchObject([{ id, name: '小江', state: 'waiting', until: NOW + 14 * DAY }]);
    const decision = { ...next(), id, verdict: 'approved' as const, sentence: '欢迎' };
    await done('secretary', 'invitation.decide', decision);
    expect((await done('secretary', 'invitation.decide', decision)).request.state).toBe('approved');
    expect(await mine({ done }, 'ann')).toMatchObject([{ state: 'approved', mayEnter: true, sentence: '欢迎' }]);
    expect(await used(invitation.id)).toEqual({ used: 1, places: 1 });
    await done('ann', 'invitation.enter', { ...next(), id });
    expect(await orgsOf('ann')).toEqual([['b1']]);
    expect(await call('ann', 'me.session', {})).toMatchObject({ ok: true });
    expect(await mine({ done }, 'ann')).toMatchObject([{ mayEnter: false }]);
  });

  it('a member is in with the approval', async () => {
    const { id, done, next, orgsOf } = await asking('neighbour');
    await done('secretary', 'invitation.decide', { ...next(), id, verdict: 'approved', sentence: '' });
    expect(await orgsOf('neighbour')).toEqual([['b2', 'b1']]);
  });

  it('declines with a sentence, and the same link does not ask again', async () => {
    const { id, done, next, accept, invitation } = await asking('ann');
    await done('secretary', 'invitation.decide', { ...next(), id, verdict: 'declined', sentence: '您在二支部' });
    expect(await mine({ done }, 'ann')).toMatchObject([{ state: 'declined', sentence: '您在二支部', mayEnter: false }]);
    expect(wordOf(await accept('ann', invitation.code))).toBe('JOIN_DECLINED');
  });

  it('one that is withdrawn waits no more, cannot be approved, and may be asked again', async () => {
    const { id, done, call, next, accept, invitation, orgsOf } = await asking('ann');
    await done('ann', 'invitation.withdraw', { ...next(), id });
    const reply = await call('secretary', 'invitation.decide', { ...next(), id, verdict: 'approved', sentence: '' });
    expect(reply).toMatchObject({ code: 'CONFLICT' });
    expect(await orgsOf('ann')).toEqual([]);
    expect(wordOf(await accept('ann', invitation.code))).toBe('waiting');
    expect(await mine({ done }, 'ann')).toMatchObject([{ id, state: 'waiting' }]);
  });

  it('nobody takes back or enters by the request of somebody else', async () => {
    const { id, done, next, orgsOf } = await asking('ann');
    await done('eve', 'invitation.withdraw', { ...next(), id });
    expect(await mine({ done }, 'ann')).toMatchObject([{ state: 'waiting' }]);
    await done('secretary', 'invitation.decide', { ...next(), id, verdict: 'approved', sentence: '' });
    expect((await done('eve', 'invitation.enter', { ...next(), id })).items).toEqual([]);
    expect(await orgsOf('eve')).toEqual([]);
  });

  it('lapses after 14 days, for both, and may be asked again', async () => {
    const { id, done, call, next, platform, accept, invitation } = await asking('ann', { days: 90 });
    platform.time = NOW + 14 * DAY;
    expect(await mine({ done }, 'ann')).toMatchObject([{ state: 'lapsed' }]);
    expect((await done('secretary', 'invitation.requests', { orgId: 'b1', which: 'waiting' })).items).toEqual([]);
    const late = await call('secretary', 'invitation.decide', { ...next(), id, verdict: 'approved', sentence: '' });
    expect(late).toMatchObject({ code: 'CONFLICT' });
    expect(wordOf(await accept('ann', invitation.code))).toBe('waiting');
  });

  it('approves no more than there are places, and says so', async () => {
    const { id, done, call, next, accept, invitation } = await asking('ann', { limit: 1 });
    await accept('neighbour', invitation.code);
    await done('secretary', 'invitation.decide', { ...next(), id, verdict: 'approved', sentence: '' });
    const other = await idOf({ done }, 'neighbour');
    const full = await call('secretary', 'invitation.decide', {
      ...next(),
      id: other,
      verdict: 'approved',
      sentence: '',
    });
    expect(full).toMatchObject({ code: 'INVITATION_FULL' });
    expect(await mine({ done }, 'neighbour')).toMatchObject([{ state: 'waiting' }]);
  });

  it.each(['neighbour', 'ann'])(
    'an approval of %s is taken back within a day: it waits again, and nobody is in by it',
    async (who) => {
      const { id, done, next, orgsOf, used, invitation } = await asking(who);
      const before = await orgsOf(who);
      await done('secretary', 'invitation.decide', { ...next(), id, verdict: 'approved', sentence: '' });
      if (who === 'ann') await done(who, 'invitation.enter', { ...next(), id });
      const undo = { ...next(), id };
      await done('secretary', 'invitation.undecide', undo);
      expect((await done('secretary', 'invitation.undecide', undo)).request.state).toBe('waiting');
      expect(await orgsOf(who)).toEqual(who === 'ann' ? [[]] : before);
      expect(await used(invitation.id)).toEqual({ used: 0, places: 0 });
    },
  );

  it('after a day a decision stays', async () => {
    const { id, done, call, next, platform } = await asking('ann');
    await done('secretary', 'invitation.decide', { ...next(), id, verdict: 'declined', sentence: '' });
    platform.time = NOW + DAY;
    expect(await call('secretary', 'invitation.undecide', { ...next(), id })).toMatchObject({ code: 'CONFLICT' });
  });
});

describe('taking an answer back', () => {
  it('leaves alone who came in another way meanwhile, whether it had declined or approved', async () => {
    for (const verdict of ['declined', 'approved'] as const) {
      const { id, invite, accept, done, next, orgsOf } = await asking('neighbour');
      if (verdict === 'declined')
        await done('secretary', 'invitation.decide', { ...next(), id, verdict, sentence: '' });
      await accept('neighbour', (await invite()).code);
      if (verdict === 'approved')
        await done('secretary', 'invitation.decide', { ...next(), id, verdict, sentence: '' });
      await done('secretary', 'invitation.undecide', { ...next(), id });
      expect(await orgsOf('neighbour')).toEqual([['b2', 'b1']]);
    }
  });

  it('takes out again who came in by it, whether he was a member or came by himself, each time anew', async () => {
    for (const who of ['neighbour', 'ann']) {
      const { id, done, next, orgsOf } = await asking(who);
      const before = await orgsOf(who);
      for (const sentence of ['第一次', '第二次']) {
        await done('secretary', 'invitation.decide', { ...next(), id, verdict: 'approved', sentence });
        if (before.length === 0) await done(who, 'invitation.enter', { ...next(), id });
        expect((await orgsOf(who))[0]).toContain('b1');
        await done('secretary', 'invitation.undecide', { ...next(), id });
        expect((await orgsOf(who))[0]).not.toContain('b1');
      }
    }
  });
});

it('who cannot use his record is not approved, and the one who decides is not told that it is his own', async () => {
  const { id, call, db, next, used, invitation } = await asking('neighbour');
  await db.members.update({ _id: 'neighbour' }, { set: { disabled: true } });
  const reply = await call('secretary', 'invitation.decide', { ...next(), id, verdict: 'approved', sentence: '' });
  expect(reply).toMatchObject({ code: 'CONFLICT', message: '这个人的账号已停用，暂时不能同意。' });
  expect(await used(invitation.id)).toEqual({ used: 0, places: 0 });
});
