import { termIdOf } from '../../../cloudfunctions/domains/role/rules/terms';
import { newMember } from '../../../cloudfunctions/domains/me/rules/joining';
import { newCommandId } from '../../support/stack';
import { canary, type Corner } from '../authz/corner';

/** In the year 2100, which is never reached. */
const FAR = 4_102_444_800_000;
const NOT_YET = FAR - 1;

/** Two of each org with a role there that everybody who may give any may give: one to change it of, one who leaves. */
const holder = (orgId: string) => `g-${orgId}`;
const leaver = (orgId: string) => `l-${orgId}`;
const roleOn = (orgId: string) =>
  ['b1', 'b2', 'b3'].includes(orgId) ? ('branchSecretary' as const) : ('stationHead' as const);
const grantOn = (orgId: string) => ({ role: roleOn(orgId), orgId, until: FAR - 1 });
const held = (orgId: string) => ({ memberId: holder(orgId), id: termIdOf(holder(orgId), grantOn(orgId)) });

export const corner: Corner<'role'> = {
  inputs: {
    'role.ofOrg': (orgId) => ({ orgId }),
    'role.history': (orgId) => ({ orgId }),
    'role.ofMember': (orgId) => ({ orgId, memberId: holder(orgId) }),
    'role.whoCan': (orgId) => ({ orgId, permission: 'event:manage' }),
    'role.mine': () => ({}),
    'role.findPerson': (orgId) => ({ id: held(orgId).id, name: canary(orgId) }),
    'role.waiting': () => ({}),
    'role.grant': (orgId) => ({
      ...{ commandId: newCommandId(), orgId, memberId: 'siblingMember' },
      ...{ role: roleOn(orgId), from: NOT_YET, until: FAR },
    }),
    'role.extend': (orgId) => ({ commandId: newCommandId(), ...held(orgId), until: FAR - 1 }),
    'role.end': (orgId) => ({ commandId: newCommandId(), ...held(orgId) }),
    'role.layDown': (orgId) => ({ commandId: newCommandId(), ...held(orgId) }),
    'role.delegate': (orgId) => ({
      ...{ commandId: newCommandId(), id: held(orgId).id, memberId: 'siblingMember' },
      ...{ from: NOT_YET, until: FAR },
    }),
    'role.decide': () => ({ commandId: newCommandId(), id: 't-proposed', agree: false }),
    'role.handoverPreview': (orgId) => ({ orgId, memberId: leaver(orgId) }),
    'role.handOver': (orgId) => ({
      ...{ commandId: newCommandId(), orgId, memberId: leaver(orgId), toId: 'otherMember' },
      ...{ at: FAR - 2, until: FAR },
    }),
    'role.undoHandOver': () => ({ commandId: newCommandId(), id: 'h-nobodys' }),
    'role.claim': () => ({ commandId: newCommandId(), code: '23456789ABCDEFGHJ', name: '新来的' }),
  },
  async plant(db, paths, now) {
    const people = paths.flatMap((path) => {
      const orgId = path.at(-1) ?? '';
      return [holder(orgId), leaver(orgId)].map((id) => {
        const member = newMember(id, canary(orgId), [{ _id: orgId, path: [...path] }], [grantOn(orgId)]);
        return { ...member, openid: `openid-${id}`, joinedAt: 1 };
      });
    });
    await db.members.addAll(people);
    await db.roleterms.add({
      ...{
        _id: 't-proposed',
        memberId: 'member',
        role: 'office',
        orgId: 'root',
        orgPath: ['root'],
        orgName: 'orgroot',
      },
      ...{ from: now, until: null, of: null, state: 'proposed', at: now, by: 'somebody', secondBy: null },
      ...{ endedBy: null, endedAt: null, lapsesAt: FAR },
    });
  },
};
