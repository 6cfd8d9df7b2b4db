/** One measured figure. `budget` is the most it may be, from the performance budgets; null where there is none. */
export interface Row {
  name: string;
  value: number;
  unit: 'round trips' | 'calls' | 'bytes' | 'ms';
  budget: number | null;
  ok: boolean;
}

export const row = (name: string, value: number, unit: Row['unit'], budget: number | null = null): Row => ({
  name,
  value,
  unit,
  budget,
  ok: budget === null || value <= budget,
});

const names: Record<Row['unit'], string> = { 'round trips': '次往返', calls: '次', bytes: '字节', ms: '毫秒' };

/** Columns of a terminal that a text takes; Chinese characters take two. */
const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** The figures as a table for people. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ name, value, unit, budget, ok }) => [
    name,
    `${value.toLocaleString('en-US')} ${names[unit]}`,
    budget === null ? '—' : `≤ ${budget.toLocaleString('en-US')}`,
    ok ? '✓' : '✗ 超出',
  ]);
  const all = [['项目', '实测', '预算', ''], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((line) => widthOf(line[column] ?? ''))));
  return all.map((line) => line.map((cell, column) => pad(cell, widths[column] ?? 0)).join('  ')).join('\n');
}
