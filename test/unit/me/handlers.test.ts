import { meHandlers } from '../../../cloudfunctions/domains/me/handlers';
import { createFunction } from '../../../cloudfunctions/kernel/serve';
import type { HandlersOf } from '../../../cloudfunctions/kernel/serve';
import type { Session } from '../../../contract/domains/me/actions';
import type { Reply } from '../../../contract/errors';
import { fakePlatform, memoryDatabase } from '../kernel/memory';
import { member, org } from '../kernel/people';

async function setUp() {
  const { db, calls } = memoryDatabase();
  const platform = fakePlatform({ db });
  for (const path of [['root'], ['root', 'd1']]) await db.orgs.add(org(path));
  await db.orgs.add(org(['root', 'd1', 'b1'], { joinCode: 'RIVER1' }));
  await db.orgs.add(org(['root', 'd1', 'b2'], { joinCode: 'RIVER2' }));
  const main = createFunction('api', meHandlers as unknown as HandlersOf<'api'>, platform);
  const call = (action: string, input: object = {}) => main({ action, input }) as Promise<Reply<Session>>;
  const join = (joinCode: string, name = '小江', commandId = 'command-0000000001') =>
    call('me.join', { commandId, joinCode, name, fourteenOrOlder: true });
  platform.caller = 'fresh';
  return { db, platform, calls, call, join };
}

const code = (reply: Reply<unknown>) => (reply.ok ? 'ok' : reply.code);
const memberOf = (reply: Reply<Session>) => (reply.ok ? reply.data.member : undefined);

describe('me.join', () => {
  it('makes a member with a random id and answers with the session', async () => {
    const { join, db } = await setUp();
    const reply = await join(' river1 ');
    expect(reply).toMatchObject({ ok: true, data: { member: { name: '小江' }, orgs: [{ id: 'b1' }], roles: [] } });
    expect(memberOf(reply)?.id).toMatch(/^m_[\w-]{24}$/);
    expect(await db.members.count({ openid: 'fresh' })).toBe(1);
  });

  it('sent twice answers the same and joins once', async () => {
    const { join, db } = await setUp();
    expect(memberOf(await join('RIVER1'))).toEqual(memberOf(await join('RIVER1')));
    expect(await db.members.count({})).toBe(1);
  });

  it('sent many times at once joins once, and every reply is that of the one member', async () => {
    const { join, db } = await setUp();
    const replies = await Promise.all(Array.from({ length: 8 }, () => join('RIVER1')));
    expect(new Set(replies.map((reply) => memberOf(reply)?.id)).size).toBe(1);
    expect(await db.members.count({})).toBe(1);
  });

  it('lets a member into a second org, and tells who is there already nothing but that', async () => {
    const { join } = await setUp();
    await join('RIVER1');
    expect(await join('RIVER1', '小河', 'command-0000000002')).toMatchObject({
      ok: true,
      data: { member: { name: '小江' } },
    });
    expect(await join('RIVER2', '小河', 'command-0000000003')).toMatchObject({
      ok: true,
      data: { orgs: [{ id: 'b1' }, { id: 'b2' }] },
    });
    expect(code(await join('NOSUCH', '小江', 'command-0000000004'))).toBe('JOIN_CODE_UNKNOWN');
  });

  it('of two joinings that race both count, for one member', async () => {
    const { join, db } = await setUp();
    const codes = (await Promise.all([join('RIVER1'), join('RIVER2', '小江', 'command-0000000002')])).map(code);
    expect(codes).toEqual(['ok', 'ok']);
    const [joined, ...more] = await db.members.find({ openid: 'fresh' }, { limit: 2 });
    expect([joined?.orgIds.sort(), more]).toEqual([['b1', 'b2'], []]);
  });

  it('is refused with an unknown code, and nothing is stored', async () => {
    const { join, db } = await setUp();
    expect(code(await join('NOSUCH'))).toBe('JOIN_CODE_UNKNOWN');
    expect(await db.members.count({})).toBe(0);
  });

  it('never opens an org that nobody may join', async () => {
    const { join } = await setUp();
    for (const guess of ['closed-root', 'CLOSED-ROOT', 'closedroot']) expect(code(await join(guess))).not.toBe('ok');
  });
});

describe('me.session', () => {
  it('costs two round trips', async () => {
    const { call, calls, platform, db } = await setUp();
    await db.members.add(member('m1', { grants: [{ role: 'orgAdmin', orgId: 'd1' }] }));
    platform.caller = 'openid-of-m1';
    const before = calls();
    expect(code(await call('me.session'))).toBe('ok');
    expect(calls() - before).toBe(2);
  });

  it('serves a member who is in no org', async () => {
    const { call, platform, db } = await setUp();
    await db.members.add(member('m1', { orgIds: [], scope: [] }));
    platform.caller = 'openid-of-m1';
    expect(await call('me.session')).toMatchObject({ ok: true, data: { orgs: [], roles: [] } });
  });
});
