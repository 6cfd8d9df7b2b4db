import type { Others } from '../../kernel/others';
import { deriveId } from '../../kernel/ids';
import type { Value } from '../../kernel/port';
import type { Came, ImportCommand, ImportKind } from '../../shared/imports/public';
import { wrongItems } from '../../shared/imports/rules/import';
import { createOrg, findOrg, moveOrg, renameOrg, setOrgAway, standingOf } from '../org/public';
import { actOf, type OrgAct, type Turned } from './rules/acts';
import { compareOrgs } from './rules/compare';
import { checkOrgs, type OrgRow } from './rules/rows';
import { readTree } from './reading';

const left = (why: string): Came => ({ left: why });
const GONE = '这个组织已经不在了';
const ELSEWHERE = '刚被移到了别处，请那边的上级组织办理';

/** Why a change could not be made, in words; or that it was. */
const words: Readonly<Record<string, Came>> = {
  done: 'done',
  conflict: left('刚被别人调整过；请再导入一次'),
  taken: left('这个编号刚被别处用了；请换一个编号'),
  'no org': left(GONE),
  'no target': left('上级组织已经不在了，或已归档'),
  'is root': left('最上级组织不能移动或归档'),
  'too deep': left('移过去以后，它或它的下级会超过最多的层级'),
  'below itself': left('刚被别人调整过，会绕成一圈；请再导入一次'),
};
const came = (how: string): Came => words[how] ?? left('没有做成；请再导入一次');

/** Brings an org from one name and parent to others, where it has the first still, or the others already. */
async function change(
  others: Others,
  id: string,
  { name, parentId }: { name?: Turned<string> | undefined; parentId?: Turned<string> | undefined },
  command: ImportCommand,
): Promise<Came> {
  const org = await findOrg(others, id);
  if (org === undefined || org.mergedInto !== undefined) return left(GONE);
  // Work of its own: under one id the move would be taken for done when the renaming is.
  const part = (what: string) => ({ ...command, commandId: deriveId('io', command.commandId, what) });
  if (name !== undefined) {
    if (org.name !== name.from && org.name !== name.to) return left(`刚被别人更名为 “${org.name}”`);
    const how = await renameOrg(others, { orgId: id, name: name.to }, part('name'));
    if (how !== 'done') return came(how);
  }
  if (parentId === undefined) return 'done';
  if (org.parentId !== parentId.from && org.parentId !== parentId.to) return left('刚被别人移到了别处');
  return came(await moveOrg(others, { orgId: id, parentId: parentId.to }, part('parent')));
}

/** Whether all that an item changes still stands in the tree of whose list it is. */
async function isWithin(others: Others, ids: readonly (string | undefined)[], orgId: string): Promise<boolean> {
  const known = ids.filter((id) => id !== undefined);
  const standing = await Promise.all(known.map((id) => standingOf(others, id, [orgId])));
  return standing.every((one) => one === undefined || one.rightsPath.includes(orgId));
}

const back = <T>(turned: Turned<T> | undefined): Turned<T> | undefined =>
  turned && { from: turned.to, to: turned.from };

/** The org that an item is about, and the one that it goes below. */
function touchedBy(act: OrgAct, way: 'apply' | 'undo'): (string | undefined)[] {
  if (act.do === 'create') return [way === 'apply' ? act.parentId : act.id];
  return act.do === 'change' ? [act.id, act.parentId?.[way === 'apply' ? 'to' : 'from']] : [act.id];
}

/** Lists of organisations. */
export const orgKind: ImportKind = {
  name: 'org',
  check(table) {
    const checked = checkOrgs(table);
    return checked.ok ? { ...checked, rows: checked.rows as unknown as Value[] } : checked;
  },

  async plan(others, given, { orgId, choices }) {
    // Codes are given out on the org's page: who may import a list could try with one which of them are in use.
    const rows = (given as unknown as OrgRow[]).map((row) => ({ ...row, joinCode: null }));
    const tree = await readTree(others, orgId, rows);
    if (tree !== undefined) return compareOrgs(rows, tree, choices);
    return wrongItems([{ line: 1, column: '', what: '这个组织已经不在了', fix: '在现在的组织里导入' }]);
  },

  async apply(others, value, command) {
    const act = actOf(value);
    if (!(await isWithin(others, touchedBy(act, 'apply'), command.orgId))) return left(ELSEWHERE);
    switch (act.do) {
      case 'create':
        return came(await createOrg(others, act, command));
      case 'change':
        return change(others, act.id, act, command);
      case 'archive':
      case 'restore':
        return came(await setOrgAway(others, { orgId: act.id, away: act.do === 'archive' }, command));
    }
  },

  async undo(others, value, command) {
    const act = actOf(value);
    if (!(await isWithin(others, touchedBy(act, 'undo'), command.orgId))) return left(ELSEWHERE);
    if (act.do === 'change') {
      return change(others, act.id, { name: back(act.name), parentId: back(act.parentId) }, command);
    }
    // What hangs on a new org meanwhile is not lost: it is put away with it.
    return came(await setOrgAway(others, { orgId: act.id, away: act.do !== 'archive' }, command));
  },

  remembered: (value, way) => rememberedOf(actOf(value), way),
};

/** An org that was put away because an import was taken back is brought again by the next; one put away once is not. */
function rememberedOf(act: OrgAct, way: 'apply' | 'undo'): string | undefined {
  if (way === 'undo' && act.do === 'create') return 'restore';
  return way === 'apply' && act.do === 'archive' ? 'keep' : undefined;
}
