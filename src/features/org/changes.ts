import type { OrgChangeKind } from '@contract/domains/org/constants';
import type { ActionInput } from '@contract/registry';

/** Changes that are thought over on a page of their own, with what they take along. */
export type PlannedKind = ActionInput<'org.preview'>['kind'];

/** What each is called where it is chosen, on its page and on its button. */
export const changeTitles: Record<OrgChangeKind, string> = {
  create: '新建',
  rename: '更名',
  move: '移动',
  merge: '合并',
  split: '拆分',
  archive: '归档',
  restore: '恢复',
};

/** What is said once it is done. */
export const changedWords: Record<OrgChangeKind, string> = {
  create: '已建好',
  rename: '已更名',
  move: '已移动',
  merge: '已合并',
  split: '已拆分',
  archive: '已归档',
  restore: '已恢复',
};

const planned: readonly string[] = ['rename', 'move', 'merge', 'split', 'archive', 'restore'] satisfies PlannedKind[];

/** What an address says, which somebody may have typed. */
export const isPlanned = (kind: string | undefined): kind is PlannedKind => planned.includes(kind ?? '');

/** An org that a change is about. */
export interface OrgRef {
  id: string;
  name: string;
}
