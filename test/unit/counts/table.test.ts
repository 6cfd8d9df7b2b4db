import fc from 'fast-check';
import { countedActs, shownOf, type CountedAct } from '../../../cloudfunctions/shared/counts/rules/acts';
import { isPublishable, shownCount } from '../../../cloudfunctions/shared/counts/rules/small';
import { shownTable, WITHHELD, type Cell } from '../../../cloudfunctions/shared/counts/rules/table';
import { frozenBefore, frozenOn } from '../../../cloudfunctions/shared/counts/rules/week';
import { DAY_MS } from '../../../contract/durations';
import { addDays, startOfDay, weekdayOf } from '../../../contract/day';

/** The table with its sums: one column more and one row more. */
function withSums(rows: readonly (readonly Cell[])[]): Cell[][] {
  const sum = (cells: readonly Cell[]): Cell => ({
    count: cells.reduce((all, { count }) => all + count, 0),
    of: cells.reduce((all, { of }) => all + of, 0),
  });
  const wide = rows.map((row) => [...row, sum(row)]);
  return [...wide, (wide[0] ?? []).map((_, column) => sum(wide.flatMap((row) => row[column] ?? [])))];
}

const tableOf = (most: number, maxRows: number, maxColumns: number): fc.Arbitrary<Cell[][]> =>
  fc.tuple(fc.integer({ min: 1, max: maxRows }), fc.integer({ min: 1, max: maxColumns })).chain(([rows, columns]) => {
    const cell = fc
      .tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most }))
      .map(([one, other]): Cell => ({ count: Math.min(one, other), of: Math.max(one, other) }));
    return fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
  });

/**
 * All that each withheld cell can be, by trying: inner cells one after another, given what is shown, and that nobody is
 * counted below none or above the group. Knows nothing of flows.
 */
function possible(rows: readonly (readonly Cell[])[]): Map<string, Set<number>> {
  const table = withSums(rows);
  const shown = shownTable(rows);
  const [height, width] = [rows.length, rows[0]?.length ?? 0];
  const values = table.map((row) => row.map(() => 0));
  const found = new Map<string, Set<number>>();
  const fits = (r: number, c: number, value: number): boolean => {
    const cell = shown[r]?.[c];
    return cell?.kind === 'exact' ? cell.count === value : value >= 0 && value <= (table[r]?.[c]?.of ?? 0);
  };
  const put = (r: number, c: number, value: number): boolean => {
    (values[r] ?? [])[c] = value;
    return fits(r, c, value);
  };
  const sumOf = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  const note = (): void => {
    for (let c = 0; c <= width; c += 1) {
      if (!put(height, c, sumOf(values.slice(0, height).map((row) => row[c] ?? 0)))) return;
    }
    values.forEach((row, r) =>
      row.forEach((value, c) => {
        if (shown[r]?.[c] !== WITHHELD) return;
        const key = `${r} ${c}`;
        found.set(key, (found.get(key) ?? new Set()).add(value));
      }),
    );
  };
  const fill = (at: number): void => {
    if (at === height * width) return note();
    const [r, c] = [Math.floor(at / width), at % width];
    for (let value = 0; value <= (table[r]?.[c]?.of ?? 0); value += 1) {
      if (!put(r, c, value)) continue;
      const row = values[r] ?? [];
      if (c === width - 1 && !put(r, width, sumOf(row.slice(0, width)))) continue;
      fill(at + 1);
    }
  };
  fill(0);
  return found;
}

it('no withheld cell of a small table can be worked out from what is shown, by trying all that it can be', () => {
  fc.assert(
    fc.property(tableOf(12, 2, 2), (rows) => {
      const found = possible(rows);
      for (const [cell, values] of found) expect([cell, values.size > 1]).toEqual([cell, true]);
    }),
    { numRuns: 60 },
  );
}, 60_000);

it('every number that may not be shown by itself is withheld, also among the sums, and nothing shown is untrue', () => {
  fc.assert(
    fc.property(tableOf(40, 5, 5), (rows) => {
      const table = withSums(rows);
      shownTable(rows).forEach((row, r) =>
        row.forEach((cell, c) => {
          const true_ = table[r]?.[c] ?? { count: 0, of: 0 };
          if (cell.kind === 'exact') {
            expect(cell).toEqual({ kind: 'exact', ...true_ });
            expect(true_.of === 0 || isPublishable(true_)).toBe(true);
          } else expect(cell).toBe(WITHHELD);
        }),
      );
    }),
  );
});

it('a row or a column never has one withheld cell alone', () => {
  fc.assert(
    fc.property(tableOf(40, 5, 5), (rows) => {
      const shown = shownTable(rows);
      const lines = [...shown, ...(shown[0] ?? []).map((_, c) => shown.map((row) => row[c]))];
      for (const line of lines) expect(line.filter((cell) => cell === WITHHELD)).not.toHaveLength(1);
    }),
  );
});

it('withholds a second cell beside a small one, the smallest, and leaves the rest as it is', () => {
  const of = (count: number): Cell => ({ count, of: 100 });
  const shown = shownTable([
    [of(2), of(20), of(30)],
    [of(15), of(25), of(35)],
    [of(50), of(60), of(70)],
  ]);
  const words = shown.map((row) => row.map((cell) => (cell.kind === 'exact' ? String(cell.count) : '·')).join(' '));
  expect(words).toEqual(['· · 30 52', '· · 35 75', '50 60 70 180', '67 105 135 307']);
});

it('finds a cell that sums alone would tell although each of its lines has two withheld', () => {
  // Two islands of four, joined by one cell: what goes over a bridge is known from either side.
  const [small, large] = [
    { count: 2, of: 100 },
    { count: 40, of: 100 },
  ];
  const rows = [
    [small, small, large, large],
    [small, small, small, large],
    [large, large, small, small],
    [large, large, small, small],
  ];
  const shown = shownTable(rows);
  expect(shown[1]?.[2]).toBe(WITHHELD);
  expect(shown.flat().filter((cell) => cell === WITHHELD).length).toBeGreaterThan(9);
});

it('a group of nobody is an exact none, and a table without rows is its sum of nothing', () => {
  const empty = shownTable([
    [
      { count: 0, of: 0 },
      { count: 20, of: 50 },
    ],
  ]);
  expect(empty[0]?.[0]).toEqual({ kind: 'exact', count: 0, of: 0 });
  expect(shownTable([])).toEqual([[{ kind: 'exact', count: 0, of: 0 }]]);
});

it('what people do of their own free will is small-numbered for everybody, what they were asked to only for others', () => {
  const small = { count: 2, of: 30 };
  for (const act of Object.keys(countedActs) as CountedAct[]) {
    expect(shownOf(act, small, { entitled: false })).toEqual(shownCount(2, 30));
    const exact = countedActs[act].exact === 'for those entitled';
    expect(shownOf(act, small, { entitled: true }).kind).toBe(exact ? 'exact' : 'band');
  }
});

it('a published figure is of the Monday before, through the whole week, in Shanghai', () => {
  const monday = startOfDay('20261123');
  for (let instant = monday; instant < monday + 7 * DAY_MS; instant += DAY_MS / 3) {
    expect(frozenOn(instant)).toBe('20261123');
    expect(frozenBefore(instant)).toBe(monday);
  }
  expect(frozenOn(monday - 1)).toBe('20261116');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000 }), (days) => {
      const day = addDays('20200101', days);
      expect(weekdayOf(frozenOn(startOfDay(day)))).toBe(0);
    }),
  );
});
