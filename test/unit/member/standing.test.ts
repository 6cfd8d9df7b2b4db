import { newMember } from '../../../cloudfunctions/domains/me/rules/joining';
import { checkAccess } from '../../../cloudfunctions/kernel/access';
import type { MemberDoc } from '../../../cloudfunctions/kernel/collections';
import type { Grant } from '../../../cloudfunctions/kernel/grants';
import { findViewer } from '../../../cloudfunctions/kernel/identity';
import { command, openTown, orgs, person, type Town } from '../../support/domains';

/* Disabling and restoring: by whom, of whom, until when, and that it happens once. */

const NOW = Date.UTC(2026, 10, 29, 4);
const DAY = 86_400_000;
const holding = (id: string, orgId: string, role: Grant['role'], on: string): MemberDoc =>
  person(id, orgId, [{ role, orgId: on }]);

let town: Town;
beforeEach(async () => {
  const belongsToBoth = newMember(
    'both',
    '两边',
    orgs.filter(({ _id }) => ['eastBranch', 'westBranch'].includes(_id)),
  );
  town = await openTown(NOW, {}, [
    holding('admin', 'eastBranch', 'cityAdmin', 'city'),
    holding('admin2', 'eastBranch', 'cityAdmin', 'city'),
    holding('first', 'city', 'orgAdmin', 'city'),
    holding('judge', 'eastBranch', 'judge', 'city'),
    { ...belongsToBoth, openid: 'openid-both', joinedAt: NOW },
  ]);
});

const disable = (who: string, id: string, more: { until?: number | null; commandId?: string } = {}) =>
  town.call(who, 'member.disable', { commandId: command(1), id, reason: '借调到外地', until: null, ...more });
const restore = (who: string, id: string, number = 2) =>
  town.call(who, 'member.restore', { commandId: command(number), id });
const isDisabled = async (id: string, now = NOW) => (await findViewer(town.db, `openid-${id}`, now))?.disabled;

it('a secretary disables a member of the branch, who then reads why, until when and whom to ask', async () => {
  expect(await disable('secretary', 'reader', { until: NOW + DAY })).toMatchObject({
    ok: true,
    data: { id: 'reader', disabled: { reason: '借调到外地', until: NOW + DAY } },
  });
  const viewer = await findViewer(town.db, 'openid-reader', NOW);
  const refused = () => checkAccess({ who: 'member', scope: 'self' }, { openid: 'openid-reader', viewer });
  expect(refused).toThrow(/11月30日 12:00 自动恢复。原因：借调到外地。.*支部的书记/);
});

it('ends by itself at the time that was said, or when somebody restores him', async () => {
  await disable('secretary', 'reader', { until: NOW + DAY });
  expect([await isDisabled('reader', NOW + DAY - 1), await isDisabled('reader', NOW + DAY)]).toEqual([true, false]);
  await restore('secretary', 'reader');
  expect(await isDisabled('reader')).toBe(false);
  expect((await town.db.members.get('reader'))?.disabledFor).toBeUndefined();
});

it.each([
  ['oneself', 'secretary', 'secretary', 'MEMBER_SELF'],
  ['a member of a branch that one does not run', 'rival', 'reader', 'FORBIDDEN'],
  ['whoever belongs elsewhere as well', 'secretary', 'both', 'MEMBER_ABOVE'],
  ['whoever runs the city, being of one’s branch', 'secretary', 'admin', 'MEMBER_ABOVE'],
  ['whoever may do what one may not, on the same org', 'first', 'admin', 'MEMBER_ABOVE'],
  ['nobody', 'secretary', 'nobody', 'NOT_FOUND'],
])('is refused for %s', async (_case, who, id, code) => {
  expect(await disable(who, id)).toMatchObject({ ok: false, code });
  expect(await isDisabled(id)).not.toBe(true);
});

it('is allowed for whoever holds a role that gives no rights, and for whoever runs all of his orgs', async () => {
  expect(await disable('secretary', 'judge')).toMatchObject({ ok: true });
  expect(await disable('admin', 'both', { commandId: command(3) })).toMatchObject({ ok: true });
});

it('never leaves the city without an administrator, also where two disable each other at once', async () => {
  const replies = await Promise.all([disable('admin', 'admin2'), disable('admin2', 'admin')]);
  expect(replies.map((reply) => (reply.ok ? 'done' : reply.code)).sort()).toEqual(['LAST_ADMIN', 'done']);
  const left = await Promise.all([isDisabled('admin'), isDisabled('admin2')]);
  expect(left.sort()).toEqual([false, true]);
});

it('counts an administrator who was restored among those who are left', async () => {
  await disable('admin', 'admin2');
  expect(await restore('admin', 'admin2')).toMatchObject({ ok: true });
  expect(await disable('admin2', 'admin', { commandId: command(5) })).toMatchObject({ ok: true });
});

it('refuses an end that has passed, and leaves nothing half done', async () => {
  expect(await disable('secretary', 'reader', { until: NOW })).toMatchObject({
    code: 'BAD_INPUT',
    fields: [{ path: 'until' }],
  });
  expect(await isDisabled('reader')).toBe(false);
});

it('arriving again after somebody restored him it changes nothing', async () => {
  await disable('secretary', 'reader');
  await restore('head', 'reader');
  expect(await disable('secretary', 'reader')).toMatchObject({ ok: true, data: { disabled: null } });
  expect(await isDisabled('reader')).toBe(false);
});

it('does not bring back a record that is being merged or erased', async () => {
  await town.db.members.update({ _id: 'reader' }, { set: { disabled: true } });
  expect(await restore('secretary', 'reader')).toMatchObject({ code: 'CONFLICT' });
  expect(await disable('secretary', 'reader', { until: NOW + DAY })).toMatchObject({ code: 'CONFLICT' });
  expect(await isDisabled('reader', NOW + 2 * DAY)).toBe(true);
});

it('one member’s page has his orgs and roles with their dates, and nothing of what he reads', async () => {
  await town.db.members.update(
    { _id: 'neighbour' },
    {
      set: {
        grants: [
          { role: 'branchSecretary', orgId: 'eastBranch', until: NOW - DAY },
          { role: 'lecturer', orgId: 'city', from: NOW - DAY, until: NOW + DAY, of: 'reader' },
        ],
      },
    },
  );
  await town.done('neighbour', 'checkin.submit', {
    commandId: command(9),
    bookId: 'k1',
    book: { title: '只有我知道的书', author: '佚名', tone: 'ink' },
    when: { kind: 'tap', elapsedMs: 0 },
    note: '只有我知道的话',
  });
  const member = await town.done('secretary', 'member.get', { id: 'neighbour' });
  expect(Object.keys(member).sort()).toEqual([
    ...['disabled', 'duties', 'formerDuties', 'formerNames', 'id', 'joinedAt', 'mayManage', 'merging', 'name', 'orgs'],
    'roles',
  ]);
  expect(member).toMatchObject({ mayManage: true, orgs: [{ id: 'eastBranch' }] });
  expect(member.roles).toEqual([
    {
      role: 'lecturer',
      org: { id: 'city', name: 'city团组织' },
      from: NOW - DAY,
      until: NOW + DAY,
      state: 'now',
      of: 'reader同志',
    },
    {
      role: 'branchSecretary',
      org: { id: 'eastBranch', name: 'eastBranch团组织' },
      from: null,
      until: NOW - DAY,
      state: 'past',
      of: null,
    },
  ]);
  expect(JSON.stringify(await town.call('rival', 'member.get', { id: 'neighbour' }))).toContain('FORBIDDEN');
});
