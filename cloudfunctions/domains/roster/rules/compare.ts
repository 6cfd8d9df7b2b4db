import type { RosterNameDoc } from '../collections';
import type { Fault } from './rows';

/** A line with its name and answer sealed; the answer is empty where there is none. */
export interface SealedLine {
  line: number;
  k: string;
  a: string;
}

/** A document that a roster needs more of. */
export type Added = Pick<RosterNameDoc, 'k' | 'a'> & { asks: boolean };

/** What a list comes to against a roster. */
export interface Compared {
  added: number;
  there: number;
  doubled: number;
  faults: Fault[];
  /** To be added, those that ask first. */
  adds: Added[];
  /** Names that one person had and that several have from now on. */
  turned: string[];
}

type Stored = Pick<RosterNameDoc, 'k' | 'a' | 'asks' | 'by'>;

export const NEEDS_ANSWER = '有同名的人，这一行要在第二列写上回答';
export const NAMESAKE_CAME = '同名的人已经对上，分不开了；这一位请直接发邀请';

/** Lines, or what is stored, by their names. */
function byName<T extends { k: string }>(all: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(one.k, [...(groups.get(one.k) ?? []), one]);
  return groups;
}

/** The first line of each answer, and how many came again. */
function firsts(lines: readonly SealedLine[]): { once: SealedLine[]; again: number } {
  const once = [...new Map([...lines].reverse().map((line) => [line.a, line])).values()].reverse();
  return { once, again: lines.length - once.length };
}

interface Known {
  stored: readonly Stored[];
  isMember: boolean;
}

type Part = Omit<Compared, 'faults' | 'turned'> & { faults: Fault[]; turned: boolean };

const nothing: Part = { added: 0, there: 0, doubled: 0, faults: [], adds: [], turned: false };

const faultsOf = (lines: readonly SealedLine[], what: string): Fault[] => lines.map(({ line }) => ({ line, what }));

/** The lines of one name that one person has. */
function ofOne(k: string, lines: readonly SealedLine[], { stored, isMember }: Known): Part {
  const answered = lines.filter(({ a }) => a !== '');
  // Beside one with an answer, one without may be the same person or another.
  const unclear = answered.length === 0 ? [] : lines.filter(({ a }) => a === '');
  const isThere = isMember || stored.length > 0;
  return {
    ...nothing,
    added: isThere ? 0 : 1,
    there: isThere ? 1 : 0,
    doubled: lines.length - unclear.length - 1,
    faults: faultsOf(unclear, NEEDS_ANSWER),
    adds: isThere ? [] : [{ k, a: '', asks: false }],
  };
}

/** The lines of one name that several people have, told apart by their answers. */
function ofSeveral(k: string, lines: readonly SealedLine[], { stored }: Known): Part {
  const { once, again } = firsts(lines.filter(({ a }) => a !== ''));
  const faults = faultsOf(
    lines.filter(({ a }) => a === ''),
    NEEDS_ANSWER,
  );
  const alone = stored.find(({ a, asks }) => a === '' && asks === null);
  // Who has come stands for one of them, and nobody knows for which.
  if (alone !== undefined && alone.by !== null)
    return { ...nothing, there: 1, doubled: again, faults: [...faults, ...faultsOf(once.slice(1), NAMESAKE_CAME)] };
  const fresh = once.filter(({ a }) => !stored.some((one) => one.a === a));
  const asking: Added[] = stored.some(({ a }) => a === '') ? [] : [{ k, a: '', asks: true }];
  const known = once.length - fresh.length;
  // Of the one who was alone before, one of the lines is told to be there.
  const there = alone === undefined ? known : Math.max(known, 1);
  return {
    added: once.length - there,
    there,
    doubled: again,
    faults,
    adds: [...asking, ...fresh.map(({ a }) => ({ k, a, asks: false }))],
    turned: alone !== undefined,
  };
}

/**
 * What a list adds to a roster. A name that several lines have with different answers, or that is asked already, is of
 * several people; every other is of one, whose answer is not needed and not kept. `members`: names of who belongs already.
 */
export function compare(
  lines: readonly SealedLine[],
  roster: readonly Stored[],
  members: ReadonlySet<string>,
): Compared {
  const stored = byName(roster);
  const parts = [...byName(lines)].map(([k, own]) => {
    const known = { stored: stored.get(k) ?? [], isMember: members.has(k) };
    const answers = new Set(own.map(({ a }) => a).filter((a) => a !== ''));
    const isAsked = known.stored.some(({ asks }) => asks !== null);
    return { k, part: (isAsked || answers.size > 1 ? ofSeveral : ofOne)(k, own, known) };
  });
  const sum = (what: 'added' | 'there' | 'doubled') => parts.reduce((total, { part }) => total + part[what], 0);
  const adds = parts.flatMap(({ part }) => part.adds);
  return {
    added: sum('added'),
    there: sum('there'),
    doubled: sum('doubled'),
    faults: parts.flatMap(({ part }) => part.faults),
    adds: [...adds.filter(({ asks }) => asks), ...adds.filter(({ asks }) => !asks)],
    turned: parts.flatMap(({ k, part }) => (part.turned ? [k] : [])),
  };
}
