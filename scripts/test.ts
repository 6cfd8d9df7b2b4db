import { command } from './lib/command';
import { explain } from './lib/explain';
import { takes } from './lib/options';
import { say } from './lib/say';
import { type Layer, layers } from './test/layers';

const reader = takes({
  name: 'test',
  does: '检查、构建和全部测试，或只是写明的那些层。一层没有通过，其余仍会运行。',
  words: { name: '层', what: '可以写几个', among: [...new Set(layers.map((layer) => layer.name))] },
});

interface Row {
  label: string;
  passed: boolean;
  seconds: number;
}

/** `npm test [-- LAYER…]`: everything, or only the named layers; all of them run, even after one failed. */
command(reader, async ({ words }) => {
  const rows: Row[] = [];
  for (const layer of layers) {
    if (words.length > 0 && !words.includes(layer.name)) continue;
    rows.push(await runLayer(layer));
  }
  summarise(rows);
  return rows.every((row) => row.passed) ? 0 : 1;
});

async function runLayer({ name, label, run }: Layer): Promise<Row> {
  say(`\n── ${name} · ${label}`);
  const started = Date.now();
  const passed = await run().catch((error: unknown) => {
    const message = explain(error);
    if (message === undefined) throw error;
    say(message);
    return false;
  });
  return { label, passed, seconds: (Date.now() - started) / 1000 };
}

function summarise(rows: readonly Row[]): void {
  say('\n── 结果');
  for (const { label, passed, seconds } of rows)
    say(`${passed ? '✓' : '✗'} ${seconds.toFixed(1).padStart(6)} 秒  ${label}`);
  const total = rows.reduce((sum, row) => sum + row.seconds, 0);
  const failed = rows.filter((row) => !row.passed).length;
  say(`${failed === 0 ? '✓ 全部通过' : `✗ ${failed} 项没有通过`}，共 ${Math.round(total)} 秒`);
}
