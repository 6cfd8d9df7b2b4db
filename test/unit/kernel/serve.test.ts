import type { MemberContext, VisitorContext } from '../../../cloudfunctions/kernel/context';
import { checkAll } from '../../../cloudfunctions/kernel/audit/check';
import type { HandlersOf } from '../../../cloudfunctions/kernel/serve';
import { createFunction, requestIdOf } from '../../../cloudfunctions/kernel/serve';
import type { Reply } from '../../../contract/errors';
import { actions } from '../../../contract/registry';
import { readAudit } from '../../support/audit';
import { fakePlatform } from './memory';
import { member, org, viewer } from './people';

type Loose = Record<string, (input: never, context: never) => unknown>;

/** The `api` function with these handlers; any other action throws. */
async function setUp(handlers: Loose) {
  const platform = fakePlatform();
  const { db } = platform;
  await db.orgs.addAll([['root'], ['root', 'd1'], ['root', 'd1', 'b1']].map((path) => org(path)));
  await db.members.add(member('plain'));
  await db.members.add(member('off', { disabled: true }));
  await db.members.add(member('sec', { grants: [{ role: 'branchSecretary', orgId: 'b1' }] }));
  const main = createFunction('api', handlers as unknown as HandlersOf<'api'>, platform);
  const call = (caller: string | undefined, action: string, input: unknown = {}, extra: object = {}) => {
    platform.caller = caller === undefined ? undefined : `openid-of-${caller}`;
    return main({ action, input, ...extra }, { request_id: 'r-1' });
  };
  const audit = () => readAudit(db);
  return { db, platform, main, call, audit };
}

const session = (name = '成员') => ({ now: 1, day: '20261123', member: { id: 'plain', name }, orgs: [], roles: [] });
const code = (reply: Reply<unknown>) => (reply.ok ? 'ok' : reply.code);
const joinInput = { commandId: 'c'.repeat(16), joinCode: 'ABC123', name: '小江', fourteenOrOlder: true };
const orgReply = { orgId: 'b1', name: '支部', joinCode: 'ABC123' };

let logged: string[] = [];
beforeEach(() => {
  logged = [];
  jest.spyOn(console, 'error').mockImplementation((line: string) => void logged.push(line));
});
afterEach(() => jest.restoreAllMocks());

describe('a function', () => {
  it('gives the handler the parsed input and a viewer without the openid', async () => {
    const seen: { viewer?: unknown } = {};
    const { call } = await setUp({
      'me.session': (_input: object, context: MemberContext) => {
        seen.viewer = context.viewer;
        return session();
      },
    });
    expect(await call('plain', 'me.session')).toEqual({ ok: true, data: session() });
    expect(seen.viewer).toEqual(viewer('plain'));
    expect(JSON.stringify(seen.viewer)).not.toContain('openid');
  });

  it('believes the cloud about who calls, and nothing in the event', async () => {
    const { call } = await setUp({ 'me.session': (_: object, { viewer: who }: MemberContext) => session(who._id) });
    const forged = {
      openid: 'openid-of-sec',
      openId: 'openid-of-sec',
      userInfo: { openId: 'openid-of-sec' },
      viewer: { _id: 'sec' },
      role: 'cityAdmin',
    };
    expect(await call('plain', 'me.session', {}, forged)).toMatchObject({ data: { member: { name: 'plain' } } });
    expect(code(await call(undefined, 'me.session', {}, forged))).toBe('FORBIDDEN');
  });

  it('identifies the caller anew on every call, so that a change of role counts from the next one', async () => {
    const { call, db } = await setUp({
      'org.joinCode': async (_: object, { requirePermissionOnOrg }: MemberContext) => {
        await requirePermissionOnOrg('b1');
        return orgReply;
      },
    });
    expect(code(await call('sec', 'org.joinCode', { orgId: 'b1' }))).toBe('ok');
    await db.members.update({ _id: 'sec' }, { set: { grants: [] } });
    expect(code(await call('sec', 'org.joinCode', { orgId: 'b1' }))).toBe('FORBIDDEN');
  });

  it('gives no reply for a role action whose handler did not prove the role on the org concerned', async () => {
    const { call } = await setUp({ 'org.joinCode': () => orgReply });
    const reply = await call('sec', 'org.joinCode', { orgId: 'b2' });
    expect(code(reply)).toBe('INTERNAL');
    expect(JSON.stringify(reply)).not.toContain('ABC123');
  });

  it('lets declared fields out and no others', async () => {
    const { call } = await setUp({
      'me.session': () => ({ ...session(), openid: 'secret', member: { ...session().member, phone: '1' } }),
    });
    expect(await call('plain', 'me.session')).toEqual({ ok: true, data: session() });
  });

  it.each([null, undefined, '', 'x'.repeat(1_000_000), 5, [], {}, { action: 'me.session', input: null }])(
    'answers with a refusal, never with a throw, to %#',
    async (event) => {
      const { main, platform } = await setUp({});
      platform.caller = 'openid-of-plain';
      expect(['UNKNOWN_ACTION', 'BAD_INPUT']).toContain(code(await main(event)));
    },
  );

  it('says INTERNAL and a request id when a handler breaks, and logs neither input nor person', async () => {
    const { call } = await setUp({
      'me.session': () => {
        throw new Error('secret 小江 openid-of-plain');
      },
    });
    const reply = await call('plain', 'me.session');
    expect(reply).toMatchObject({ ok: false, code: 'INTERNAL', requestId: 'r-1' });
    expect(`${JSON.stringify(reply)}${logged.join('')}`).not.toMatch(/secret|小江|openid/);
    expect(logged).toHaveLength(1);
  });

  it('answers INTERNAL when the cloud itself cannot say who calls', async () => {
    const platform = fakePlatform({
      openid: () => {
        throw new Error('no environment');
      },
    });
    expect(code(await createFunction('api', {} as never, platform)({ action: 'me.session' }))).toBe('INTERNAL');
  });

  it('counts calls by member and action, denials included', async () => {
    const { call } = await setUp({ 'me.session': () => session() });
    const { max } = actions['me.session'].limit;
    for (let index = 0; index < max; index += 1) await call('plain', 'me.session');
    expect(code(await call('plain', 'me.session'))).toBe('RATE_LIMITED');
    expect(code(await call('sec', 'me.session'))).toBe('ok');
  });

  it('registers a visitor under the identity of the cloud, once under parallel calls', async () => {
    const outcomes: boolean[] = [];
    const { call, db } = await setUp({
      'me.join': async (_: object, { register }: VisitorContext) => {
        const { added, member: standing } = await register(viewer(`new${outcomes.length}`));
        outcomes.push(added);
        return session(standing.name);
      },
    });
    await Promise.all([call('fresh', 'me.join', joinInput), call('fresh', 'me.join', joinInput)]);
    expect(outcomes.sort()).toEqual([false, true]);
    expect(await db.members.count({ openid: 'openid-of-fresh' })).toBe(1);
  });

  it('keeps the openid out of every id it stores', async () => {
    const { call, db, audit } = await setUp({ 'me.join': () => session() });
    await call('fresh', 'me.join', joinInput);
    const stored = JSON.stringify([await audit(), await db.limits.find({}, { limit: 10 })]);
    expect(stored).not.toContain('openid-of');
  });
});

describe('what a function writes to the audit', () => {
  it('is every call of an audited action, with ids and the outcome, chained', async () => {
    const { call, audit, db } = await setUp({
      'me.join': () => session(),
    });
    await call('fresh', 'me.join', joinInput);
    await call('off', 'me.join', joinInput);
    const entries = await audit();
    expect(entries.map(({ actor, action, outcome, target }) => [actor, action, outcome, target])).toEqual([
      ['visitor', 'me.join', 'ok', 'member=plain'],
      ['off', 'me.join', 'DISABLED', ''],
    ]);
    expect((await checkAll(db)).faults).toEqual([]);
    expect(JSON.stringify(entries)).not.toMatch(/小江|ABC123/);
  });

  it('is every denial of a role action, and not what anybody may do', async () => {
    const { call, audit } = await setUp({
      'me.session': () => session(),
      'org.joinCode': async (_: object, { requirePermissionOnOrg }: MemberContext) => {
        await requirePermissionOnOrg('b1');
        return orgReply;
      },
    });
    await call('plain', 'me.session');
    await call('sec', 'org.joinCode', { orgId: 'b1' });
    for (const caller of ['plain', 'off', 'stranger', undefined]) await call(caller, 'org.joinCode', { orgId: 'b1' });
    expect((await audit()).map(({ actor, outcome }) => `${actor} ${outcome}`)).toEqual([
      'plain FORBIDDEN',
      'off DISABLED',
      'visitor NOT_REGISTERED',
      'nobody FORBIDDEN',
    ]);
  });

  it('says what kind of entry it is, and which orgs it concerns: those asked about, else those of the caller', async () => {
    const { call, audit, db } = await setUp({
      'me.join': () => session(),
      'org.joinCode': async (_: object, { requirePermissionOnOrg }: MemberContext) => {
        await requirePermissionOnOrg('b1');
        return orgReply;
      },
    });
    await db.orgs.add(org(['root', 'd2']));
    await db.members.add(member('far', { scope: ['root', 'd2'], grants: [{ role: 'branchSecretary', orgId: 'd2' }] }));
    await call('far', 'org.joinCode', { orgId: 'b1' });
    await call('plain', 'me.join', joinInput);
    await call('plain', 'org.joinCode', { orgId: 'b1' });
    await call('stranger', 'org.joinCode', { orgId: 'b1' });
    expect((await audit()).map(({ kind, orgs }) => [kind, orgs])).toEqual([
      ['refused', ['root', 'd1', 'b1']],
      ['act', ['root', 'd1', 'b1']],
      ['refused', ['root', 'd1', 'b1']],
      ['refused', []],
    ]);
    expect((await checkAll(db)).faults).toEqual([]);
  });

  it('is bounded by the rate limit, so that nobody can fill it', async () => {
    const { call, audit } = await setUp({ 'me.join': () => session() });
    const { max } = actions['me.join'].limit;
    for (let index = 0; index < max + 5; index += 1) await call('fresh', 'me.join', joinInput);
    expect(await audit()).toHaveLength(max);
  });

  it('must be written before the reply leaves', async () => {
    const { call, db } = await setUp({ 'me.join': () => session() });
    db.audit.add = () => Promise.reject(Object.assign(new Error('down'), { code: 'DATABASE_TIMEOUT' }));
    expect(code(await call('fresh', 'me.join', joinInput))).toBe('BUSY');
    expect(code(await call('off', 'me.join', joinInput))).toBe('DISABLED');
  });
});

describe('the request id', () => {
  it('is the platform’s where it gives one, and never text of somebody’s', () => {
    expect(requestIdOf({ request_id: 'abc-1' })).toBe('abc-1');
    for (const context of [undefined, null, 'text', {}, { request_id: 5 }, { request_id: 'a\nb' }]) {
      expect(requestIdOf(context)).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});
