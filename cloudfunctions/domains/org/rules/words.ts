import type { OrgChangeKind } from '../../../../contract/domains/org/constants';

/** How much hangs on an org, under what people call it. */
export interface Counted {
  name: string;
  count: number;
  /** The word between the number and the name: 3 *个* 支部. */
  unit: string;
}

/** `3 个支部、412 人、57 场活动`; empty where nothing hangs on it. */
export const counted = (counts: readonly Counted[]): string =>
  counts
    .filter(({ count }) => count > 0)
    .map(({ name, count, unit }) => (name === '成员' ? `${count} 人` : `${count} ${unit}${name}`))
    .join('、');

const FOLLOWS: Readonly<Record<Exclude<OrgChangeKind, 'create'>, string>> = {
  rename: '会改用新的名称',
  move: '随之移动',
  merge: '随之并入',
  split: '分到新的组织',
  archive: '随之归档',
  restore: '随之恢复',
};

const NOTHING: Readonly<Record<Exclude<OrgChangeKind, 'create'>, string>> = {
  rename: '没有别处写着这个名称。',
  move: '它还没有下级、成员和活动，只有它自己移动。',
  merge: '它还没有下级、成员和活动，只有它自己并入。',
  split: '没有选下级，也没有选成员，先新建一个空的同级组织。',
  archive: '它还没有下级、成员和活动，只有它自己归档。',
  restore: '它还没有下级、成员和活动，只有它自己恢复。',
};

/** What a change takes along, in one sentence. */
export const previewWords = (kind: Exclude<OrgChangeKind, 'create'>, counts: readonly Counted[]): string => {
  const what = counted(counts);
  return what === '' ? NOTHING[kind] : `${what}${FOLLOWS[kind]}。`;
};

/** What is good to know before a change, a sentence each. */
export const previewNotes: Readonly<Record<Exclude<OrgChangeKind, 'create'>, readonly string[]>> = {
  rename: ['编号不变；几分钟内，活动、荐书和名单上的名称都会改过来。'],
  move: ['权限立即随新的上级走；名单和统计几分钟内改过来。', '一天内可以撤销。'],
  merge: [
    '一天内可以撤销；一天后，人、职责、活动和下级正式归到那边，本组织不再保留。',
    '原来管它的人继续管到那时，之后随职责过去；并入的是它的上级，或那边没有这种职责，职责到时结束，需要时再授予。',
  ],
  split: ['只分出直属于它的成员；职责留在原处，需要时再授予。', '一天内可以撤销，分出去的都回到原处。'],
  archive: ['归档后只能查看，不再有人加入；随时可以恢复。'],
  restore: ['恢复后照常使用，原来的邀请码仍然有效。'],
};

interface Told {
  kind: OrgChangeKind;
  nameBefore?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** A change that was made, in words: 更名（原名“…”）. */
export function changeWords({ kind, nameBefore, from, to }: Told): string {
  switch (kind) {
    case 'create':
      return '新建';
    case 'rename':
      return nameBefore === undefined ? '更名' : `更名（原名“${nameBefore}”）`;
    case 'move':
      return `${from === undefined ? '' : `从“${from}”`}移到${to === undefined ? '别处' : `“${to}”之下`}`;
    case 'merge':
      return `并入${to === undefined ? '别处' : `“${to}”`}`;
    case 'split':
      return from === undefined ? '拆分出来' : `从“${from}”拆分出来`;
    case 'archive':
      return '归档';
    case 'restore':
      return '恢复';
  }
}
