import type { Viewer } from '../../../cloudfunctions/kernel/context';
import type { MemberDoc } from '../../../cloudfunctions/kernel/collections';
import type { OrgDoc } from '../../../cloudfunctions/domains/org/collections';

/** An org of a small tree; `path` from the root to itself. */
export const org = (path: readonly string[], extra: Partial<OrgDoc> = {}): OrgDoc => {
  const id = path[path.length - 1] ?? '';
  const parentId = path[path.length - 2] ?? null;
  const kind = parentId === null ? 'committee' : 'branch';
  return { _id: id, name: `组织${id}`, kind, parentId, path: [...path], joinCode: `closed-${id}`, ...extra };
};

export const member = (id: string, extra: Partial<MemberDoc> = {}): MemberDoc => ({
  _id: id,
  openid: `openid-of-${id}`,
  name: `成员${id}`,
  orgIds: ['b1'],
  scope: ['root', 'd1', 'b1'],
  grants: [],
  disabled: false,
  joinedAt: 0,
  ...extra,
});

const asViewer = ({ openid: _hidden, joinedAt: _unread, ...who }: MemberDoc): Viewer => who;

export const viewer = (id: string, extra: Partial<MemberDoc> = {}): Viewer => asViewer(member(id, extra));
