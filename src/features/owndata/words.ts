import type { InventoryEntry } from '@contract/shared/inventory/constants';

type Part = InventoryEntry['parts'][number];
type Counts = Readonly<Record<string, number>> | null;
export type Fate = Part['stays'];

/** One line of a list: what it is, a few words on it, and how much there is. */
export interface Line {
  key: string;
  title: string;
  context: string;
  count: number | null;
}

/** First what is one's own, then what one wrote or did for an org, then what only the program needs. */
const rankOf = ({ who, exported }: Part): number => (exported === null ? 2 : who === '本人' ? 0 : 1);

/** Lines of the parts that are wanted, in that order; those of one name are one, with all there is of them. */
function lines(
  inventory: readonly InventoryEntry[],
  counts: Counts,
  { wanted, contextOf }: { wanted: (part: Part) => boolean; contextOf: (part: Part, entry: InventoryEntry) => string },
): Line[] {
  const found = inventory
    .flatMap((entry) => entry.parts.map((part) => ({ part, entry })))
    .filter(({ part }) => wanted(part))
    .sort((one, other) => rankOf(one.part) - rankOf(other.part));
  const byTitle = new Map<string, Line>();
  for (const { part, entry } of found) {
    const title = part.exported ?? entry.purpose;
    const known = byTitle.get(title);
    const count = counts === null ? null : (counts[part.key] ?? 0) + (known?.count ?? 0);
    byTitle.set(title, known ? { ...known, count } : { key: part.key, title, context: contextOf(part, entry), count });
  }
  return [...byTitle.values()];
}

/** What is stored of somebody; once it was counted only what there is. */
export const linesOf = (inventory: readonly InventoryEntry[], counts: Counts): Line[] =>
  lines(inventory, counts, {
    wanted: ({ key }) => counts === null || (counts[key] ?? 0) > 0,
    contextOf: ({ who }, { purpose, personal }) =>
      [who === '本人' ? '' : `作为${who}`, personal ?? purpose].filter(Boolean).join('：'),
  });

/** What becomes of it when somebody is erased, by what is left; once it was counted only of what there is. */
export const fatesOf = (inventory: readonly InventoryEntry[], counts: Counts, fate: Fate): Line[] =>
  lines(inventory, counts, {
    wanted: ({ key, stays }) => stays === fate && (fate === 'all' || counts === null || (counts[key] ?? 0) > 0),
    contextOf: ({ erased }) => erased,
  }).map((line) => ({ ...line, count: null }));
