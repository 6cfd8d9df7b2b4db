import { addDays, type Day } from '@contract/day';
import { dutyActions, type ManagedDuty } from '@contract/domains/duty/actions';
import { dutyTable, usualGroups, type DutyKind } from '@contract/domains/duty/constants';
import type { ActionInput } from '@contract/registry';
import { cleanText } from '@contract/text';
import { problemsOf } from '@/shared/form/problems';

/** What is filled in of a duty. */
export interface Words {
  group: string;
  kind: DutyKind;
  title: string;
  memberId: string | null;
  name: string;
  from: Day;
  until: Day | null;
  /** Whether the duty's role is to be given with it. */
  rights: boolean;
}

/** Whether the form asks for rights: there are some, and somebody whom they could be given to. */
export const hasRights = ({ kind, memberId }: Pick<Words, 'kind' | 'memberId'>): boolean =>
  dutyTable[kind].role !== null && memberId !== null;

/** Duties that a group has; one that an org named itself is taken for a leading group. */
export const kindsOf = (group: string): readonly DutyKind[] =>
  usualGroups.find(({ name }) => name === group)?.kinds ?? ['leader', 'deputyLeader', 'groupMember', 'other'];

/** Another group, with the duty kept where it has such a one. */
export function withGroup(words: Words, group: string): Words {
  const kinds = kindsOf(group);
  return { ...words, group, kind: kinds.includes(words.kind) ? words.kind : (kinds[0] ?? words.kind) };
}

/** A new duty from today on; `group` and `kind` as before, where several are added after each other. */
export function emptyWords(today: Day, group: string, kind?: DutyKind): Words {
  const person = { memberId: null, name: '', rights: true };
  const start: Words = { group, kind: 'leader', title: '', ...person, from: today, until: null };
  const fitting = withGroup(start, group);
  return kind !== undefined && kindsOf(group).includes(kind) ? { ...fitting, kind } : fitting;
}

export const wordsOf = ({ group, kind, ownTitle, memberId, name, from, until, rights }: ManagedDuty): Words => ({
  group,
  kind,
  title: ownTitle,
  memberId,
  name,
  from,
  until,
  rights: rights !== 'unwanted',
});

/** The last day of a term of so many years. */
export const endAfter = (from: Day, years: number): Day =>
  addDays(`${Number(from.slice(0, 4)) + years}${from.slice(4)}`, -1);

const toTerm = ({ memberId, name, from, until, rights }: Words) => ({
  person: { memberId, name: cleanText(name) },
  from,
  until,
  rights,
});

type Addition = Omit<ActionInput<'duty.add'>, 'commandId'>;
export const toAddition = (words: Words, orgId: string): Addition => ({
  orgId,
  group: cleanText(words.group),
  kind: words.kind,
  title: cleanText(words.title),
  ...toTerm(words),
});

export const toStandIn = (words: Words, id: string): Omit<ActionInput<'duty.standIn'>, 'commandId'> => ({
  id,
  ...toTerm(words),
});

export function toRevision(
  words: Words,
  { id, version }: Pick<ManagedDuty, 'id' | 'version'>,
): Omit<ActionInput<'duty.revise'>, 'commandId'> {
  const { group, kind, title } = toAddition(words, id);
  return { id, version, group, kind, title, ...toTerm(words) };
}

/** What the server would refuse, by path, in the order of the screen. */
export const wordsErrors = (words: Words): Record<string, string> =>
  problemsOf(dutyActions['duty.add'].input, toAddition(words, 'x'), {
    order: ['group', 'kind', 'title', 'person', 'from', 'until'],
    blank: { group: '请写小组名称', 'person.name': '请写姓名，或从成员里选' },
  });
