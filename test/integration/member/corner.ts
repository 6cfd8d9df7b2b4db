import { newMember } from '../../../cloudfunctions/domains/me/rules/joining';
import { askedAbove, mergeProposed } from '../../../cloudfunctions/domains/member/rules/merging';
import { newCommandId } from '../../support/stack';
import { canary, type Corner } from '../authz/corner';

export const corner: Corner<'member'> = {
  inputs: {
    'member.list': (orgId) => ({ orgId }),
    'member.count': (orgId) => ({ orgId }),
    'member.get': (orgId) => ({ id: `p-${orgId}` }),
    'member.disable': (orgId) => ({ commandId: newCommandId(), id: `p-${orgId}`, reason: '借调', until: null }),
    'member.restore': (orgId) => ({ commandId: newCommandId(), id: `p-${orgId}` }),
    'member.merges': () => ({}),
    'member.mergeCode': () => ({ commandId: newCommandId() }),
    'member.mergePeek': () => ({ code: '23456789AB' }),
    'member.mergeGive': () => ({ commandId: newCommandId(), code: '23456789AB' }),
    'member.mergePropose': (orgId) => ({
      commandId: newCommandId(),
      id: `p-${orgId}`,
      intoId: `q-${orgId}`,
      reason: '换了微信',
    }),
    'member.mergeAnswer': () => ({ commandId: newCommandId(), id: 'mg_none', agree: true }),
    'member.mergeReview': (orgId) => ({ commandId: newCommandId(), id: `mg-${orgId}`, agree: true }),
    'member.mergeStop': () => ({ commandId: newCommandId(), id: 'mg_none' }),
  },
  plant: async (db, paths) => {
    const planted = (id: string, path: readonly string[]) => {
      const orgId = path.at(-1) ?? '';
      const member = newMember(`${id}-${orgId}`, canary(orgId), [{ _id: orgId, path: [...path] }]);
      return { ...member, openid: `openid-${id}-${orgId}`, joinedAt: 1 };
    };
    await db.members.addAll(paths.flatMap((path) => [planted('p', path), planted('q', path)]));
    const asked = (orgId: string, path: readonly string[]) => {
      const records = { from: `p-${orgId}`, to: `q-${orgId}`, by: `q-${orgId}` };
      const merge = mergeProposed({ ...records, reason: canary(orgId) }, newCommandId(), 1);
      return { ...merge, ...askedAbove(path, 1), _id: `mg-${orgId}` };
    };
    await db.merges.addAll(paths.map((path) => asked(path.at(-1) ?? '', path)));
  },
};
