import type { Gate } from '../../support/gated';
import { DAY, NOW, openDoor, wordOf } from './town';

describe('coming in by an invitation', () => {
  it('makes a visitor a member of the branch, and takes one place', async () => {
    const { invite, accept, used, orgsOf } = await openDoor();
    const { id, code } = await invite();
    expect(code).toMatch(/^[2-9A-HJKMNP-TW-Z]{12}$/);
    expect(wordOf(await accept('ann', code))).toBe('joined');
    expect(await orgsOf('ann')).toEqual([['b1']]);
    expect(await used(id)).toEqual({ used: 1, places: 1 });
  });

  it('lets a member into a second org by himself, counted once, under his own name', async () => {
    const { invite, accept, used, orgsOf, db } = await openDoor();
    const { id, code } = await invite();
    expect(wordOf(await accept('neighbour', code))).toBe('joined');
    expect(await orgsOf('neighbour')).toEqual([['b2', 'b1']]);
    const neighbour = await db.members.get('neighbour');
    expect(neighbour?.scope.sort()).toEqual(['b1', 'b2', 'd1', 'root']);
    expect(neighbour?.name).toBe('成员neighbour');
    expect(wordOf(await accept('neighbour', code))).toBe('already');
    expect(await used(id)).toEqual({ used: 1, places: 1 });
  });

  it('by an org’s standing code as before, and by either through me.join', async () => {
    const { invite, accept, call, next, orgsOf } = await openDoor();
    expect(wordOf(await accept('ann', 'STANDB1'))).toBe('joined');
    const { code } = await invite();
    const reply = await call('bob', 'me.join', { ...next(), joinCode: code, name: '小江', fourteenOrOlder: true });
    expect(reply).toMatchObject({ ok: true, data: { orgs: [{ id: 'b1' }] } });
    await call('bob', 'me.join', { ...next(), joinCode: 'STANDB2', name: '小江', fourteenOrOlder: true });
    expect(await orgsOf('bob')).toEqual([['b1', 'b2']]);
  });

  it('says of each end what it is and what to do, and to who is in that he is in', async () => {
    const { invite, accept, done, next, platform } = await openDoor();
    const full = await invite({ limit: 1 });
    const over = await invite({ days: 7 });
    const off = await invite();
    await accept('ann', full.code);
    await done('secretary', 'invitation.setRevoked', { ...next(), id: off.id, revoked: true });
    platform.time = NOW + 8 * DAY;
    expect(await accept('bob', full.code)).toMatchObject({
      code: 'INVITATION_FULL',
      message: expect.stringContaining('名额') as string,
    });
    expect(await accept('bob', over.code)).toMatchObject({
      code: 'INVITATION_EXPIRED',
      message: expect.stringContaining('过期') as string,
    });
    expect(await accept('bob', off.code)).toMatchObject({
      code: 'INVITATION_REVOKED',
      message: expect.stringContaining('停用') as string,
    });
    expect(wordOf(await accept('bob', 'WRONGWRONG'))).toBe('JOIN_CODE_UNKNOWN');
    for (const { code } of [full, over, off]) expect(wordOf(await accept('ann', code))).toBe('already');
  });

  it('of an org that was merged takes nobody in any more', async () => {
    const { invite, accept, db } = await openDoor();
    const { code } = await invite();
    await db.orgs.update({ _id: 'b1' }, { set: { mergedInto: 'b2', path: [] } });
    expect(wordOf(await accept('ann', code))).toBe('JOIN_ORG_CLOSED');
  });

  it('of an org that was archived, or that stands below one, takes nobody in until it is restored', async () => {
    const { invite, accept, db } = await openDoor();
    const { code } = await invite();
    await db.orgs.update({ _id: 'd1' }, { set: { archivedAt: NOW } });
    expect(wordOf(await accept('ann', code))).toBe('JOIN_ORG_CLOSED');
    await db.orgs.update({ _id: 'd1' }, { unset: ['archivedAt'] });
    expect(wordOf(await accept('ann', code))).toBe('joined');
  });

  it('asks a visitor for name and age, a member for neither', async () => {
    const { invite, call, next } = await openDoor();
    const { code } = await invite();
    expect(await call('ann', 'invitation.accept', { ...next(), code, name: '小江' })).toMatchObject({
      code: 'BAD_INPUT',
    });
    expect(await call('neighbour', 'invitation.accept', { ...next(), code })).toMatchObject({ ok: true });
  });

  it('shows a visitor the name of the org and nothing else', async () => {
    const { invite, call } = await openDoor();
    const { code } = await invite({ note: '给新生' });
    const reply = await call('ann', 'invitation.preview', { code });
    expect(reply).toEqual({ ok: true, data: { orgName: '组织b1', approval: false, role: null, inside: false } });
  });
});

describe('places', () => {
  it('of many at once exactly the limit gets in, whoever taps twice counts once', async () => {
    const { invite, accept, used, db } = await openDoor();
    const { id, code } = await invite({ limit: 7 });
    const people = Array.from({ length: 20 }, (_, index) => `p${index}`);
    const replies = await Promise.all([...people, ...people].map((who) => accept(who, code)));
    const inside = people.filter((_, index) => replies[index]?.ok);
    expect(inside).toHaveLength(7);
    expect(replies.slice(20).map(({ ok }) => ok)).toEqual(replies.slice(0, 20).map(({ ok }) => ok));
    expect(await used(id)).toEqual({ used: 7, places: 7 });
    expect(await db.members.count({ orgIds: 'b1' })).toBe(7 + 1);
  });

  it('two links of two branches at once make one member of both', async () => {
    const { invite, accept, orgsOf, db } = await openDoor();
    const { code } = await invite();
    await Promise.all([accept('ann', code), accept('ann', 'STANDB2')]);
    const [orgIds = []] = await orgsOf('ann');
    expect([...orgIds].sort()).toEqual(['b1', 'b2']);
    expect(await db.members.count({ openid: 'openid-of-ann' })).toBe(1);
  });

  it('killed before or after any round trip and sent again, nobody loses a place and nobody takes two', async () => {
    let dies = -1;
    const gate: Gate = {};
    const step = (at: 'before' | 'after') => () => {
      dies -= at === 'after' ? 1 : 0;
      if (dies === 0) throw new Error('killed');
    };
    const { invite, accept, used, orgsOf, next } = await openDoor(gate);
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    gate.after = step('after');
    const killed: number[] = [];
    for (let at = 1; at <= 12; at += 1) {
      dies = -1;
      const { id, code } = await invite({ limit: 1 });
      const given = next();
      dies = at;
      const first = await accept(`p${at}`, code, given);
      if (!first.ok) killed.push(at);
      dies = -1;
      expect(['joined', 'already']).toContain(wordOf(await accept(`p${at}`, code, given)));
      expect(await orgsOf(`p${at}`)).toEqual([['b1']]);
      expect(await used(id)).toEqual({ used: 1, places: 1 });
      expect(wordOf(await accept(`late${at}`, code))).toBe('INVITATION_FULL');
    }
    expect(killed.length).toBeGreaterThan(5);
    jest.restoreAllMocks();
  });

  it('are there again after a renewal, and never more than its limit', async () => {
    const { invite, accept, done, next } = await openDoor();
    const { id, code } = await invite({ limit: 1 });
    await accept('ann', code);
    expect(wordOf(await accept('bob', code))).toBe('INVITATION_FULL');
    const renewed = await done('secretary', 'invitation.renew', { ...next(), id, days: 90, limit: 2 });
    expect(renewed.invitation).toMatchObject({ state: 'open', used: 1, limit: 2, expiresAt: NOW + 90 * DAY });
    expect(wordOf(await accept('bob', code))).toBe('joined');
    expect(wordOf(await accept('cid', code))).toBe('INVITATION_FULL');
  });
});

describe('somebody from outside', () => {
  const until = NOW + 60 * DAY;
  async function invited() {
    const door = await openDoor();
    await door.db.members.update({ _id: 'secretary' }, { set: { grants: [{ role: 'orgAdmin', orgId: 'd1' }] } });
    await door.db.orgs.update({ _id: 'd1' }, { set: { kind: 'district' } });
    const invitation = await door.invite({ orgId: 'd1', outside: { role: 'judge', until }, approval: true });
    return { ...door, invitation };
  }

  it('becomes what the invitation says, until then, and belongs to no org', async () => {
    const { invitation, accept, db, call } = await invited();
    expect(invitation).toMatchObject({ role: 'judge', roleUntil: until, approval: false });
    expect(wordOf(await accept('guest', invitation.code))).toBe('joined');
    const [guest] = await db.members.find({ openid: 'openid-of-guest' }, { limit: 1 });
    expect(guest).toMatchObject({ orgIds: [], scope: [], grants: [{ role: 'judge', orgId: 'd1', until }] });
    expect(wordOf(await accept('guest', invitation.code))).toBe('already');
    expect(await call('guest', 'me.session', {})).toMatchObject({ ok: true, data: { roles: [{ role: 'judge' }] } });
  });

  it('is never whoever made the invitation, and that costs it no place', async () => {
    const { invitation, accept, db, call } = await invited();
    expect(wordOf(await accept('secretary', invitation.code))).toBe('INVITATION_OWN');
    expect(
      await call('secretary', 'me.join', {
        commandId: 'command-own-invitation',
        joinCode: invitation.code,
        fourteenOrOlder: true,
        name: '某',
      }),
    ).toMatchObject({ ok: false });
    expect((await db.members.get('secretary'))?.grants).toEqual([{ role: 'orgAdmin', orgId: 'd1' }]);
    expect(wordOf(await accept('guest', invitation.code))).toBe('joined');
  });

  it('is invited only by who may give the role there, and only until later', async () => {
    const { call, next } = await invited();
    const plan = { orgId: 'b1', days: 30 as const, limit: 1, approval: false, note: '' };
    const create = (orgId: string, end: number) =>
      call('secretary', 'invitation.create', { ...next(), ...plan, orgId, outside: { role: 'judge', until: end } });
    expect(await create('b1', until)).toMatchObject({ code: 'ROLE_NOT_HERE' });
    expect(await create('d1', NOW - 1)).toMatchObject({ code: 'ROLE_TERM_INVALID' });
  });
});
