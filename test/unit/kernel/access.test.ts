import { checkAccess, createProof, isPermittedOn, orgsWith } from '../../../cloudfunctions/kernel/access';
import type { Access } from '../../../contract/action';
import { viewer } from './people';

const managing: Access = { who: 'permitted', permission: 'event:manage', scope: 'org of the thing' };
const visitors: Access = { who: 'visitor', scope: 'public' };
const members: Access = { who: 'member', scope: 'self' };
const secretary = viewer('s', { grants: [{ role: 'branchSecretary', orgId: 'b1' }] });
const plain = viewer('p');
const gone = viewer('g', { disabled: true });
const everybody: Access[] = [visitors, members, managing];

describe('access', () => {
  it.each(everybody)('refuses a call without an identity, whatever the action: $who', (access) => {
    expect(() => checkAccess(access, { openid: undefined, viewer: undefined })).toThrow('微信身份');
  });

  it.each(everybody)('refuses a disabled member everywhere: $who', (access) => {
    expect(() => checkAccess(access, { openid: 'o', viewer: gone })).toThrow('DISABLED');
  });

  it('lets somebody who has not joined do what visitors may, and nothing else', () => {
    const visitor = { openid: 'o', viewer: undefined };
    expect(() => checkAccess(visitors, visitor)).not.toThrow();
    expect(() => checkAccess(members, visitor)).toThrow('NOT_REGISTERED');
    expect(() => checkAccess(managing, visitor)).toThrow('NOT_REGISTERED');
  });

  it('asks for a permission where the contract names one', () => {
    expect(() => checkAccess(members, { openid: 'o', viewer: plain })).not.toThrow();
    expect(() => checkAccess(managing, { openid: 'o', viewer: plain })).toThrow('FORBIDDEN');
    expect(() => checkAccess(managing, { openid: 'o', viewer: secretary })).not.toThrow();
  });

  it('reaches the subtree of the org on which a role with the permission is held, and not beyond', () => {
    expect(isPermittedOn(secretary, 'event:manage', ['root', 'd1', 'b1'])).toBe(true);
    expect(isPermittedOn(secretary, 'event:manage', ['root', 'd1', 'b1', 'below'])).toBe(true);
    expect(isPermittedOn(secretary, 'event:manage', ['root', 'd1', 'b2'])).toBe(false);
    expect(isPermittedOn(secretary, 'event:manage', ['root', 'd1'])).toBe(false);
    expect(isPermittedOn(secretary, 'feedback:answer', ['root', 'd1', 'b1'])).toBe(false);
    expect(isPermittedOn(secretary, 'event:manage', [])).toBe(false);
  });

  it('withholds the reply of an action that did not prove its permission on the org concerned', () => {
    const proof = createProof(managing, secretary);
    expect(() => proof.assertProved()).toThrow();
    expect(() => proof.requirePermissionOn(['root', 'd1', 'b2'])).toThrow('FORBIDDEN');
    expect(() => proof.assertProved()).toThrow();
    proof.requirePermissionOn(['root', 'd1', 'b1']);
    expect(() => proof.assertProved()).not.toThrow();
  });

  it('names the orgs on which somebody may do something, and none where no role of his has the permission', () => {
    expect(orgsWith(secretary, 'event:manage')).toEqual(['b1']);
    expect(orgsWith(secretary, 'feedback:answer')).toEqual([]);
    expect(orgsWith(plain, 'event:manage')).toEqual([]);
  });

  it('takes for the root only what is the root', () => {
    const answering: Access = { who: 'permitted', permission: 'feedback:answer', scope: 'root' };
    const city = viewer('c', { grants: [{ role: 'cityAdmin', orgId: 'root' }] });
    expect(() => createProof(answering, city).requirePermissionOn(['root', 'd1'])).toThrow('not the root');
    expect(() => createProof(answering, city).requirePermissionOn(['root'])).not.toThrow();
  });

  it('proves nothing for an action that names no managing, and nothing for nobody', () => {
    expect(() => createProof(members, secretary).requirePermissionOn(['root', 'd1', 'b1'])).toThrow('FORBIDDEN');
    expect(() => createProof(members, secretary).assertProved()).not.toThrow();
    expect(() => createProof(managing, undefined).requirePermissionOn(['root'])).toThrow('FORBIDDEN');
  });
});
