import type { ReactNode } from 'react';

export interface Column<T> {
  key: string;
  title: string;
  /** The track of a CSS grid, such as `64px` or `minmax(0, 2fr)`. */
  width: string;
  cell: (item: T) => ReactNode;
  /** Where one may sort by it. Persons are sorted by the order in which they came or by name, never by merit. */
  order?: (one: T, other: T) => number;
  /** What the filter looks for words in. */
  words?: (item: T) => string;
  /** One may hide it, in a table that remembers its columns; proposed as shown or hidden. */
  optional?: 'shown' | 'hidden';
}

export interface Sort {
  key: string;
  down: boolean;
}

/** A column's title is pressed: up, then down, then as they came. */
export function nextSort(sort: Sort | null, key: string): Sort | null {
  if (sort?.key !== key) return { key, down: false };
  return sort.down ? null : { key, down: true };
}

export const byName = (one: { name: string }, other: { name: string }): number =>
  one.name.localeCompare(other.name, 'zh-Hans-CN');

/** Those in which every word of the filter is found, in the order asked for. */
export function arrange<T>(items: readonly T[], columns: readonly Column<T>[], sort: Sort | null, filter: string): T[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const textOf = (item: T) => columns.map(({ words: of }) => of?.(item) ?? '').join('\n');
  const found = items.filter((item) => {
    const text = textOf(item).toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const order = columns.find(({ key }) => key === sort?.key)?.order;
  if (!order) return found;
  const sorted = [...found].sort(order);
  return sort?.down ? sorted.reverse() : sorted;
}
