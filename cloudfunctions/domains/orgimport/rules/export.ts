import { orgKindNames } from '../../../../contract/roles';
import type { OutSheet } from '../../../shared/sheets/rules/out';
import { joinCodeOf } from '../../org/rules/naming';
import { grouped, type KnownOrg, type Tree } from './tree';

/** A kind by the name that an import understands; of committees there is one that is the city's. */
const kindNameOf = ({ kind, parentId }: KnownOrg): string =>
  kind === 'committee' && parentId !== null ? '团委' : orgKindNames[kind];

/** Parents before their children, siblings by number. */
function inOrder({ top, live }: Tree): KnownOrg[] {
  const below = grouped(live, ({ parentId }) => parentId);
  const withBelow = (org: KnownOrg): KnownOrg[] => [org, ...(below.get(org._id) ?? []).flatMap(withBelow)];
  return withBelow(top);
}

/** The list of a tree in the form in which it is imported. */
export const exportedSheet = (tree: Tree): OutSheet => ({
  name: tree.top.name,
  columns: [
    { title: '编号', width: 16 },
    { title: '名称', width: 36 },
    { title: '类型', width: 12 },
    { title: '上级编号', width: 16 },
    { title: '邀请码', width: 14 },
  ],
  rows: inOrder(tree).map((org) => [org._id, org.name, kindNameOf(org), org.parentId, joinCodeOf(org)]),
});
