import { shownCount, SMALLEST } from '../../../cloudfunctions/shared/counts/rules/small';

it.each([
  [3, 9, '人数较少，不显示'],
  [0, 10, '不足5人'],
  [4, 10, '不足5人'],
  [6, 10, '过半'],
  [10, 10, '过半'],
  [35, 39, '过半'],
  [36, 40, '九成以上'],
  [100, 100, '九成以上'],
])('%d of %d is shown as “%s”', (count, of, text) => {
  expect(shownCount(count, of)).toEqual({ kind: 'band', text });
});

/** Every number of every group of up to 120 people. */
const cases = Array.from({ length: 121 }, (_, of) =>
  Array.from({ length: of + 1 }, (__, count) => ({ count, of, shown: shownCount(count, of) })),
);

it('shows a number only where it and the rest are five people or more', () => {
  for (const { count, of, shown } of cases.flat()) {
    expect([count, of, shown.kind]).toEqual([
      count,
      of,
      count >= SMALLEST && of - count >= SMALLEST ? 'exact' : 'band',
    ]);
  }
});

it('says nothing untrue, and no words that fewer than five numbers have in common', () => {
  for (const group of cases) {
    const numbers = new Map<string, number[]>();
    for (const { count, of, shown } of group) {
      if (shown.kind === 'exact') expect(shown).toEqual({ kind: 'exact', count, of });
      else numbers.set(shown.text, [...(numbers.get(shown.text) ?? []), count]);
    }
    const of = group.length - 1;
    for (const [text, counts] of numbers) {
      if (of >= 2 * SMALLEST) expect([of, text, counts.length]).toEqual([of, text, SMALLEST]);
      if (text === '九成以上') expect(Math.min(...counts) / of).toBeGreaterThanOrEqual(0.9);
      if (text === '过半') expect(Math.min(...counts) / of).toBeGreaterThan(0.5);
    }
  }
});
