import type { ShownCount } from '../../../../contract/shared/counts';
import { isPublishable } from './small';

/*
 * Small numbers in a table: cells, sums of rows and columns and the sum of all. What is withheld by itself could be had by
 * subtraction, so more is withheld until nothing can be (complementary suppression, as R's cellsupp does it). It holds for
 * tables whose sums are sums: every person in one cell only.
 */

/** So many of these people. */
export interface Cell {
  count: number;
  of: number;
}

/** A table as it may leave the server: the cells of each row with the row's sum last, and a last row of the columns' sums. */
export type ShownTable = ShownCount[][];

/** One word for all that is withheld: whoever knew why could tell how much it is. */
export const WITHHELD: ShownCount = { kind: 'band', text: '不显示' };

/** A cell or a sum where it stands; the sums are in the row and the column after the last. */
interface Place extends Cell {
  readonly row: number;
  readonly column: number;
  /** What it leads from and to, in the flow that the sums are; see `openedBy`. */
  readonly ends: readonly [from: string, to: string];
}

const sum = (cells: readonly Cell[]): Cell =>
  cells.reduce((all, { count, of }) => ({ count: all.count + count, of: all.of + of }), { count: 0, of: 0 });

/** Every cell and every sum of a table, row by row. */
function placesOf(rows: readonly (readonly Cell[])[]): Place[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column);
  const place = (cells: readonly Cell[], row: number, column: number, ends: Place['ends']): Place => ({
    ...{ ...sum(cells), row, column, ends },
  });
  return [
    ...rows.flatMap((row, r) => [
      ...row.map((cell, c) => place([cell], r, c, [`row ${r}`, `column ${c}`])),
      place(row, r, width, ['rows', `row ${r}`]),
    ]),
    ...columns.map((c) => {
      const cells = rows.flatMap((row) => row.slice(c, c + 1));
      return place(cells, rows.length, c, [`column ${c}`, 'columns']);
    }),
    place(rows.flat(), rows.length, width, ['columns', 'rows']),
  ];
}

/**
 * Whether a withheld number may be one more or one less, and the other withheld ones with it, so that nobody can tell.
 * The table is a flow that goes round: from the rows through each row's sum and its cells to the columns, through their
 * sums and the sum of all back to the rows. What goes into a row or a column comes out of it, which is what the sums say.
 * So a number can be another exactly where there is a way round through others that are withheld and have room.
 */
function isOpen(place: Place, hidden: ReadonlySet<Place>): boolean {
  const others = [...hidden].filter((other) => other !== place);
  const more = ({ count, of }: Cell): boolean => count < of;
  const less = ({ count }: Cell): boolean => count > 0;
  const leads = (start: string, goal: string): boolean => {
    const seen = new Set([start]);
    for (const at of seen) {
      for (const other of others) {
        const [from, to] = other.ends;
        if (from === at && more(other)) seen.add(to);
        if (to === at && less(other)) seen.add(from);
      }
    }
    return seen.has(goal);
  };
  const [from, to] = place.ends;
  return (more(place) && leads(to, from)) || (less(place) && leads(from, to));
}

/**
 * The least that hides a number: the three places that make a rectangle with it, those with the smallest numbers. There is
 * one: the sums have room wherever the number has.
 */
function hiding(place: Place, places: readonly Place[], hidden: ReadonlySet<Place>): readonly Place[] {
  return places
    .filter(({ row, column }) => row !== place.row && column !== place.column)
    .map((across) => {
      const corner = (one: Place): boolean =>
        one === across ||
        (one.row === place.row && one.column === across.column) ||
        (one.row === across.row && one.column === place.column);
      const shown = places.filter((one) => corner(one) && !hidden.has(one));
      return { shown, cost: sum(shown).count };
    })
    .filter(({ shown }) => isOpen(place, new Set([...hidden, ...shown])))
    .sort((one, other) => one.cost - other.cost)
    .slice(0, 1)
    .flatMap(({ shown }) => shown);
}

/**
 * Withholds what it must: small numbers, and as much more as keeps each of them from being worked out. What is open stays
 * so when more is withheld, so each is looked at once, those that come to it as well.
 */
function withheld(places: readonly Place[]): ReadonlySet<Place> {
  const hidden = new Set(places.filter((place) => place.of > 0 && !isPublishable(place)));
  for (const place of hidden) {
    if (isOpen(place, hidden)) continue;
    for (const more of hiding(place, places, hidden)) hidden.add(more);
  }
  return hidden;
}

/** A table of groups as it may leave the server, with its sums. A group of nobody is an exact 0 of 0. */
export function shownTable(rows: readonly (readonly Cell[])[]): ShownTable {
  const places = placesOf(rows);
  const hidden = withheld(places);
  return Array.from({ length: rows.length + 1 }, (_, r) =>
    places
      .filter(({ row }) => row === r)
      .map((place) => (hidden.has(place) ? WITHHELD : { kind: 'exact', count: place.count, of: place.of })),
  );
}
