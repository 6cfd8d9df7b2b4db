/** One measured figure and its budget, from the performance budgets; null where there is none. */
export interface Row {
  name: string;
  value: number;
  unit: 'round trips' | 'calls' | 'steps' | 'bytes' | 'ms' | 's' | 'MB' | '/s';
  budget: number | null;
  /** Whether the budget is the most the value may be, or the least. */
  limit: 'most' | 'least';
  ok: boolean;
}

export const row = (name: string, value: number, unit: Row['unit'], budget: number | null = null): Row => ({
  name,
  value,
  unit,
  budget,
  limit: 'most',
  ok: budget === null || value <= budget,
});

/** A figure that may be larger but not smaller. */
export const atLeast = (name: string, value: number, unit: Row['unit'], budget: number): Row => ({
  ...row(name, value, unit, budget),
  limit: 'least',
  ok: value >= budget,
});

const names: Record<Row['unit'], string> = {
  'round trips': '次往返',
  calls: '次',
  steps: '步',
  bytes: '字节',
  ms: '毫秒',
  s: '秒',
  MB: 'MB',
  '/s': '次/秒',
};
const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** Columns of a terminal that a text takes; Chinese characters take two. */
const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** The figures as a table for people. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ name, value, unit, budget, limit, ok }) => [
    name,
    `${number.format(value)} ${names[unit]}`,
    budget === null ? '—' : `${limit === 'most' ? '≤' : '≥'} ${number.format(budget)}`,
    ok ? '✓' : limit === 'most' ? '✗ 超出' : '✗ 不足',
  ]);
  const all = [['项目', '实测', '预算', ''], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((line) => widthOf(line[column] ?? ''))));
  return all.map((line) => line.map((cell, column) => pad(cell, widths[column] ?? 0)).join('  ')).join('\n');
}
