import type { InventoryEntry } from '@contract/shared/inventory/constants';

/** One line of 我的数据: what it is, in whose role, how much there is, and what becomes of it. */
export interface Line {
  key: string;
  title: string;
  context: string;
  count: number | null;
}

/** What is stored of somebody, line by line; once it was counted only what there is. */
export const linesOf = (
  inventory: readonly InventoryEntry[],
  counts: Readonly<Record<string, number>> | null,
): Line[] =>
  inventory.flatMap(({ purpose, personal, parts }) =>
    parts
      .filter(({ key }) => counts === null || (counts[key] ?? 0) > 0)
      .map(({ key, who, exported }) => ({
        key,
        title: exported ?? purpose,
        context: [who === '本人' ? '' : `作为${who}`, personal ?? purpose].filter(Boolean).join('：'),
        count: counts?.[key] ?? null,
      })),
  );

export type Fate = InventoryEntry['parts'][number]['stays'];

/** What becomes of it all when somebody is erased, by what is left of it; only of what there is, once it was counted. */
export const fatesOf = (
  inventory: readonly InventoryEntry[],
  counts: Readonly<Record<string, number>> | null,
  fate: Fate,
): { key: string; title: string; says: string }[] =>
  inventory.flatMap(({ purpose, parts }) =>
    parts
      .filter(({ key, stays }) => stays === fate && (fate === 'all' || counts === null || (counts[key] ?? 0) > 0))
      .map(({ key, exported, erased }) => ({ key, title: exported ?? purpose, says: erased })),
  );
