import { openHouse } from './house';
import type { Visitor } from './visitor';

/* How somebody comes by a role, hands it on, and how people come into a branch; each by what stands on the screen. */
const house = openHouse();

const BRANCH = 'U01-WX-B02';

/** Picks a member on the page that asked for one. */
async function pick(visitor: Visitor, name: string): Promise<void> {
  await visitor.tap('从成员里选');
  await visitor.type('查找', name);
  await visitor.tap(name);
  await visitor.sees('换一位');
}

it('a role is given with a term, and handed over with all that is left of it', async () => {
  const admin = await house.come({ persona: 'admin' });
  const { items } = await admin.ask('member.list', { orgId: BRANCH, state: 'active' });
  const [first, second] = items.filter(({ roles }) => roles.length === 0);
  if (first === undefined || second === undefined) throw new Error('too few members');
  await admin.open('/packages/manage/role/org/index', { orgId: BRANCH });
  await admin.tap('授予职责');
  await pick(admin, first.name);
  await admin.tap('支部书记');
  await admin.tap('改');
  await admin.tap('一年');
  await admin.submit();
  await admin.sees(new RegExp(`^已授予${first.name}`));
  await admin.tap(first.name);
  await admin.tap('交接给继任者');
  await pick(admin, second.name);
  await admin.submit();
  await admin.sees(new RegExp(`^已交接给${second.name}`));
  const { here } = await admin.ask('role.ofOrg', { orgId: BRANCH });
  const held = (id: string) => here.filter(({ member }) => member.id === id).map(({ role }) => role);
  expect([held(first.id), held(second.id)]).toEqual([[], ['branchSecretary']]);
  expect(here.find(({ member }) => member.id === second.id)?.until).not.toBeNull();
});

it('a secretary invites in two taps; who types the code as it is read aloud is in, and counted', async () => {
  const secretary = await house.come({ persona: 'branch-secretary' });
  await secretary.open('/packages/manage/invitation/list/index');
  await secretary.tap('发一个邀请');
  await secretary.press('发出邀请');
  await secretary.sees(/已用 0\/50/);
  const [made] = (await secretary.ask('invitation.list', { orgId: 'U01-WX-B01' })).items;
  const spoken = (made?.code ?? '').toLowerCase().replace(/(.{4})/g, '$1 ');
  const visitor = await house.come({ persona: 'visitor' });
  await visitor.open();
  await visitor.type('邀请码', spoken);
  await visitor.type('姓名', '江若川');
  await visitor.tap('我已年满 14 周岁');
  await visitor.tap('加入');
  await visitor.sees('手头还没有书');
  const { orgs } = await visitor.ask('me.session', {});
  expect(orgs.map(({ id }) => id)).toEqual(['U01-WX-B01']);
  const [after] = (await secretary.ask('invitation.list', { orgId: 'U01-WX-B01' })).items;
  expect(after?.used).toBe(1);
});
