import { openClaim } from '../../../cloudfunctions/domains/role/claiming';
import { command } from '../../support/domains';
import type { Gate } from '../../support/gated';
import { DAY, idOn, NOW, openCity } from './town';

const codeOf = (reply: { ok: boolean; code?: string }) => (reply.ok ? 'ok' : reply.code);
const asked = { orgId: 'eastBranch', memberId: 'secretary', toId: 'reader', at: null, until: null };
const hand = (number: number, more: object = {}) => ({ commandId: command(number), ...asked, ...more });

it('hands everything of an org to the successor in one step, by the holder or by who gives the role, and shows what is open', async () => {
  for (const who of ['secretary', 'head']) {
    const town = await openCity();
    const preview = await town.done(who, 'role.handoverPreview', { orgId: 'eastBranch', memberId: 'secretary' });
    expect(preview).toMatchObject({ grants: [{ role: 'branchSecretary' }], open: [], problem: null });
    await town.done(who, 'role.handOver', hand(1));
    const { here } = await town.done('head', 'role.ofOrg', { orgId: 'eastBranch' });
    expect(here.map(({ member }) => member.id)).toEqual(['reader']);
  }
});

it('the successor’s term is as long as what was left, whoever hands over, unless another end is said', async () => {
  for (const who of ['secretary', 'head']) {
    const town = await openCity();
    const until = NOW + 100 * DAY;
    const id = await idOn(town, 'eastBranch', 'secretary');
    await town.done('head', 'role.extend', { commandId: command(1), memberId: 'secretary', id, until });
    await town.done(who, 'role.handOver', hand(2));
    const { here } = await town.done('head', 'role.ofOrg', { orgId: 'eastBranch' });
    expect(here.map(({ member, until: end }) => [member.id, end])).toEqual([['reader', until]]);
  }
});

it('shows of everything that is open on the org and below it how much there is, and nothing of elsewhere', async () => {
  const town = await openCity();
  const path = ['city', 'east', 'eastBranch'];
  const plant = async (id: string, orgId: string, orgPath: string[]) => {
    const of = { orgId, orgPath, orgName: orgId };
    const later = NOW + DAY;
    await town.db.events.add({ _id: `e${id}`, ...of, endsAt: later, cancelled: false } as never);
    await town.db.recommendations.add({ _id: `r${id}`, ...of, publishAt: later, withdrawn: false } as never);
    await town.db.joinRequests.add({ _id: `j${id}`, ...of, state: 'waiting', until: later } as never);
    await town.db.transfers.add({ _id: `t${id}`, toId: orgId, toPath: orgPath, state: 'open', until: later } as never);
    await town.db.invitations.add({ _id: `i${id}`, ...of, code: id, revokedAt: null, expiresAt: later } as never);
  };
  await plant('1', 'eastBranch', path);
  await plant('2', 'westBranch', ['city', 'west', 'westBranch']);
  const { open } = await town.done('head', 'role.handoverPreview', { orgId: 'eastBranch', memberId: 'secretary' });
  expect(open).toEqual(
    ['还没开始或没结束的活动', '已写好、还没到发布时间的荐书', '等同意的加入申请', '等答复的转接', '还能用的邀请'].map(
      (title) => ({ title, count: 1 }),
    ),
  );
  town.clock.now += DAY;
  const after = await town.done('head', 'role.handoverPreview', { orgId: 'eastBranch', memberId: 'secretary' });
  expect(after.open).toEqual([]);
});

it('sent again after a lost reply it answers as before, though its giver has no role left to see any by', async () => {
  const town = await openCity();
  const first = await town.done('secretary', 'role.handOver', hand(1));
  expect((await town.db.members.get('secretary'))?.grants.filter(({ until = Infinity }) => until > NOW)).toEqual([]);
  expect(await town.done('secretary', 'role.handOver', hand(1))).toEqual(first);
  expect(await town.call('secretary', 'role.handOver', hand(2))).toMatchObject({ code: 'ROLE_NOT_YOURS' });
  for (const who of ['neighbour', 'rival']) {
    expect(await town.call(who, 'role.handOver', hand(3))).toMatchObject({ code: 'ROLE_NOT_YOURS' });
  }
});

it('from a day to come the one holds it until then and the other from then on', async () => {
  const town = await openCity();
  await town.done('head', 'role.handOver', hand(1, { at: NOW + 5 * DAY }));
  const may = async (who: string) => codeOf(await town.call(who, 'org.joinCode', { orgId: 'eastBranch' }));
  expect([await may('secretary'), await may('reader')]).toEqual(['ok', 'FORBIDDEN']);
  town.clock.now = NOW + 5 * DAY;
  expect([await may('secretary'), await may('reader')]).toEqual(['FORBIDDEN', 'ok']);
});

it('is for nobody else, not to oneself, and for no longer than one’s own term', async () => {
  const town = await openCity();
  const id = await idOn(town, 'eastBranch', 'secretary');
  await town.done('head', 'role.extend', { commandId: command(1), memberId: 'secretary', id, until: NOW + 50 * DAY });
  const tries: [string, object, string | undefined][] = [
    ['rival', {}, 'ROLE_NOT_YOURS'],
    ['head', { toId: 'head' }, 'ROLE_TO_SELF'],
    ['secretary', { toId: 'secretary' }, 'ROLE_TO_SELF'],
    ['secretary', { until: NOW + 51 * DAY }, 'ROLE_TERM_INVALID'],
    ['secretary', { memberId: 'reader' }, 'ROLE_NOT_YOURS'],
    ['secretary', { toId: 'nobody' }, 'ROLE_OF_NOBODY'],
    ['secretary', {}, 'ok'],
  ];
  for (const [at, [who, more, expected]] of tries.entries()) {
    expect([at, codeOf(await town.call(who, 'role.handOver', hand(at, more)))]).toEqual([at, expected]);
  }
  expect((await town.db.members.get('reader'))?.grants).toMatchObject([{ until: NOW + 50 * DAY }]);
});

it('can be taken back by who did it for a day, unless one of the roles was changed since', async () => {
  const town = await openCity();
  const { handover } = await town.done('secretary', 'role.handOver', hand(1));
  const undo = (who: string, number: number) =>
    town.call(who, 'role.undoHandOver', { commandId: command(number), id: handover.id });
  expect(codeOf(await undo('head', 2))).toBe('ROLE_NOT_YOURS');
  expect(codeOf(await undo('secretary', 3))).toBe('ok');
  expect(codeOf(await undo('secretary', 3))).toBe('ok');
  const { here } = await town.done('secretary', 'role.ofOrg', { orgId: 'eastBranch' });
  expect(here.map(({ member, until }) => [member.id, until])).toEqual([['secretary', null]]);

  const again = await town.done('secretary', 'role.handOver', hand(4));
  const id = await idOn(town, 'eastBranch', 'reader');
  await town.done('head', 'role.end', { commandId: command(5), memberId: 'reader', id });
  const late = { commandId: command(6), id: again.handover.id };
  expect(codeOf(await town.call('secretary', 'role.undoHandOver', late))).toBe('HANDOVER_OVER');
  town.clock.now = NOW + 2 * DAY;
  expect(codeOf(await town.call('secretary', 'role.undoHandOver', late))).toBe('HANDOVER_OVER');
});

it('an administrator of the city hands over at once or not at all', async () => {
  const town = await openCity();
  const city = { orgId: 'city', memberId: 'one', toId: 'reader' };
  expect(codeOf(await town.call('one', 'role.handOver', hand(1, { ...city, at: NOW + DAY })))).toBe('LAST_CITY_ADMIN');
  expect(codeOf(await town.call('one', 'role.handOver', hand(2, city)))).toBe('ok');
  expect(codeOf(await town.call('reader', 'feedback.inbox', {}))).toBe('ok');
});

it('killed between any two of its calls and sent again, handing over and taking back come to the same as at one go', async () => {
  const run = async (killAt: number) => {
    const gate: Gate = {};
    const town = await openCity(gate);
    let id = '';
    const attempt = async (what: () => Promise<unknown>) => {
      let calls = 0;
      gate.before = () => {
        if ((calls += 1) === killAt) throw new Error('killed');
      };
      await what().catch(() => undefined);
      gate.before = undefined;
      await what();
      return calls >= killAt;
    };
    const killed = [
      await attempt(async () => (id = (await town.done('head', 'role.handOver', hand(1))).handover.id)),
      await attempt(() => town.done('head', 'role.undoHandOver', { commandId: command(2), id })),
    ];
    return { more: killed.includes(true), state: JSON.stringify(await town.dump()) };
  };
  const { state: whole } = await run(Infinity);
  for (let at = 1, more = true; more; at += 1) {
    const killed = await run(at);
    expect([at, killed.state]).toEqual([at, whole]);
    ({ more } = killed);
  }
});

describe('claiming', () => {
  it('needs the code that was printed, once, within seven days, while the city has nobody', async () => {
    const town = await openCity();
    expect(await openClaim(town.db, { now: NOW, forced: false })).toBe('held');
    await town.db.members.update({ _id: 'one' }, { set: { grants: [] } });
    await town.db.members.update({ _id: 'two' }, { set: { disabled: true } });
    const opened = await openClaim(town.db, { now: NOW, forced: false });
    if (typeof opened === 'string') throw new Error(opened);
    expect(opened.code).toHaveLength(17);
    expect(JSON.stringify(await town.dump())).not.toContain(opened.code);

    const claim = (who: string, number: number, code = opened.code) =>
      town.call(who, 'role.claim', { commandId: command(number), code });
    expect(codeOf(await claim('reader', 1, '23456789ABCDEFGHJ'))).toBe('CLAIM_WRONG');
    town.clock.now = NOW + 7 * DAY;
    expect(codeOf(await claim('reader', 2))).toBe('CLAIM_WRONG');
    town.clock.now = NOW + DAY;
    expect(codeOf(await claim('reader', 3))).toBe('ok');
    expect(codeOf(await claim('reader', 3))).toBe('ok');
    expect(codeOf(await claim('neighbour', 4))).toBe('CLAIM_WRONG');
    expect((await town.db.members.get('reader'))?.grants).toMatchObject([{ role: 'cityAdmin', orgId: 'city' }]);
  });

  it('does not count where an administrator came another way, unless it was forced', async () => {
    const town = await openCity();
    const forced = await openClaim(town.db, { now: NOW, forced: true });
    await town.db.roleclaims.update({ _id: 'root' }, { set: { forced: false } });
    const code = typeof forced === 'string' ? '' : forced.code;
    const input = { commandId: command(1), code };
    expect(codeOf(await town.call('reader', 'role.claim', input))).toBe('CLAIM_WRONG');
    await town.db.roleclaims.update({ _id: 'root' }, { set: { forced: true } });
    expect(codeOf(await town.call('reader', 'role.claim', input))).toBe('ok');
  });
});

it('of the only administrator for good, to one with an end, is refused before anything is given', async () => {
  const town = await openCity();
  await town.done('one', 'role.end', { commandId: command(1), memberId: 'two', id: await idOn(town, 'city', 'two') });
  await town.db.members.update({ _id: 'one' }, { push: { grants: { items: [{ role: 'office', orgId: 'city' }] } } });
  const asked = { orgId: 'city', memberId: 'one', toId: 'reader', at: null };
  const over = { ...asked, commandId: command(2), until: NOW + DAY };
  expect(await town.call('one', 'role.handOver', over)).toMatchObject({ code: 'LAST_CITY_ADMIN' });
  expect((await town.db.members.get('reader'))?.grants).toEqual([]);
  expect((await town.db.members.get('one'))?.grants).toHaveLength(2);
  const forGood = { ...asked, commandId: command(3), until: null };
  expect(await town.call('one', 'role.handOver', forGood)).toMatchObject({ ok: true });
  expect((await town.db.members.get('reader'))?.grants).toHaveLength(2);
});
