import { runNode } from '../../scripts/lib/child';
import { inRoot } from '../../scripts/lib/paths';
import { atLeast, type Row, row } from './row';

/** One figure as the local cloud's own measurement prints it. */
type Figure = Pick<Row, 'name' | 'value' | 'unit' | 'limit'> & { budget: number | null };

/** What the built local cloud costs, measured by itself in a process of its own. */
export async function measureEmulator(): Promise<Row[]> {
  const { code, output } = await runNode(['--import', 'tsx', inRoot('emulator/bench/main.ts')]);
  if (code !== 0) throw new Error(`the emulator could not be measured:\n${output.slice(-4000)}`);
  const figures = JSON.parse(output.trim().split('\n').at(-1) ?? '') as Figure[];
  return figures.map(({ name, value, unit, budget, limit }) =>
    limit === 'least' && budget !== null ? atLeast(name, value, unit, budget) : row(name, value, unit, budget),
  );
}
