import type { Viewer } from '../../../cloudfunctions/kernel/context';
import type { MemberDoc } from '../../../cloudfunctions/kernel/collections';
import { newMember } from '../../../cloudfunctions/domains/me/rules/joining';
import { newOrg } from '../../../cloudfunctions/domains/org/rules/org';
import type { OrgDoc } from '../../../cloudfunctions/domains/org/collections';

/** An org of a small tree; `path` from the root to itself. */
export const org = (path: readonly string[], extra: Partial<OrgDoc> = {}): OrgDoc => {
  const id = path.at(-1) ?? '';
  const kind = path.length === 1 ? 'committee' : 'branch';
  const name = extra.name ?? `组织${id}`;
  return { ...newOrg({ id, name, kind, above: path.slice(0, -1) }), ...extra };
};

const branch = { _id: 'b1', path: ['root', 'd1', 'b1'] };

export const member = (id: string, extra: Partial<MemberDoc> = {}): MemberDoc => ({
  ...newMember(id, `成员${id}`, [branch]),
  openid: `openid-of-${id}`,
  joinedAt: 0,
  ...extra,
});

const asViewer = ({ _id, name, orgIds, scope, grants, disabled, disabledFor }: MemberDoc): Viewer => ({
  ...{ _id, name, orgIds, scope, grants, disabled },
  ...(disabledFor && { disabledFor }),
});

export const viewer = (id: string, extra: Partial<MemberDoc> = {}): Viewer => asViewer(member(id, extra));
