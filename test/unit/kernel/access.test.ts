import { checkAccess, createScope, holdsRoleOn } from '../../../cloudfunctions/kernel/access';
import type { Access } from '../../../contract/action';
import { organiserRoles } from '../../../contract/roles';
import { viewer } from './people';

const role: Access = { who: 'role', roles: organiserRoles };
const secretary = viewer('s', { grants: [{ role: 'branchSecretary', orgId: 'b1' }] });
const plain = viewer('p');
const gone = viewer('g', { disabled: true });
const everybody: Access[] = [{ who: 'visitor' }, { who: 'member' }, role];

describe('access', () => {
  it.each(everybody)('refuses a call without an identity, whatever the action: $who', (access) => {
    expect(() => checkAccess(access, { openid: undefined, viewer: undefined })).toThrow('微信身份');
  });

  it.each(everybody)('refuses a disabled member everywhere: $who', (access) => {
    expect(() => checkAccess(access, { openid: 'o', viewer: gone })).toThrow('DISABLED');
  });

  it('lets somebody who has not joined do what visitors may, and nothing else', () => {
    const visitor = { openid: 'o', viewer: undefined };
    expect(() => checkAccess({ who: 'visitor' }, visitor)).not.toThrow();
    expect(() => checkAccess({ who: 'member' }, visitor)).toThrow('NOT_REGISTERED');
    expect(() => checkAccess(role, visitor)).toThrow('NOT_REGISTERED');
  });

  it('asks for a role where the contract names one', () => {
    expect(() => checkAccess({ who: 'member' }, { openid: 'o', viewer: plain })).not.toThrow();
    expect(() => checkAccess(role, { openid: 'o', viewer: plain })).toThrow('FORBIDDEN');
    expect(() => checkAccess(role, { openid: 'o', viewer: secretary })).not.toThrow();
  });

  it('reaches the subtree of the org on which the role is held, and not beyond', () => {
    expect(holdsRoleOn(secretary, organiserRoles, ['root', 'd1', 'b1'])).toBe(true);
    expect(holdsRoleOn(secretary, organiserRoles, ['root', 'd1', 'b1', 'below'])).toBe(true);
    expect(holdsRoleOn(secretary, organiserRoles, ['root', 'd1', 'b2'])).toBe(false);
    expect(holdsRoleOn(secretary, organiserRoles, ['root', 'd1'])).toBe(false);
    expect(holdsRoleOn(secretary, ['cityAdmin'], ['root', 'd1', 'b1'])).toBe(false);
    expect(holdsRoleOn(secretary, organiserRoles, [])).toBe(false);
  });

  it('withholds the reply of a role action that did not prove the role on the org concerned', () => {
    const scope = createScope(role, secretary);
    expect(() => scope.assertProved()).toThrow();
    expect(() => scope.requireRoleOn(['root', 'd1', 'b2'])).toThrow('FORBIDDEN');
    expect(() => scope.assertProved()).toThrow();
    scope.requireRoleOn(['root', 'd1', 'b1']);
    expect(() => scope.assertProved()).not.toThrow();
  });

  it('proves nothing for an action that names no role, and nothing for nobody', () => {
    expect(() => createScope({ who: 'member' }, secretary).requireRoleOn(['root', 'd1', 'b1'])).toThrow('FORBIDDEN');
    expect(() => createScope({ who: 'member' }, secretary).assertProved()).not.toThrow();
    expect(() => createScope(role, undefined).requireRoleOn(['root'])).toThrow('FORBIDDEN');
  });
});
