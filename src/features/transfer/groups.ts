import type { Place } from '@contract/domains/transfer/actions';

/** Some who go to one place; null: 暂无. */
export interface Group {
  to: Place | null;
  people: readonly { id: string; name: string }[];
}

/** Groups with some more in them: those who go to one place stand together. */
export function withGroup(groups: readonly Group[], added: Group): Group[] {
  const same = ({ to }: Group) => (to?.id ?? null) === (added.to?.id ?? null);
  const found = groups.find(same);
  if (found === undefined) return [...groups, added];
  return groups.map((group) => (group === found ? { ...group, people: [...group.people, ...added.people] } : group));
}

/** The groups as a command has them. */
export const asInput = (groups: readonly Group[]) =>
  groups.map(({ to, people }) => ({ toId: to?.id ?? null, memberIds: people.map(({ id }) => id) }));

/** All who are in a group. */
export const chosenIn = (groups: readonly Group[]): ReadonlySet<string> =>
  new Set(groups.flatMap(({ people }) => people.map(({ id }) => id)));

export const countOf = (groups: readonly Group[]): number => chosenIn(groups).size;

const hows = { joins: '马上转入', asks: '等对方同意', leaves: '离开，本人再选去处' };
/** How those of a group go there. */
export const howText = (how: keyof typeof hows): string => hows[how];
