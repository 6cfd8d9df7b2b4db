import { command, isForOperator, OperatorError, say } from './lib/say';
import { type Layer, layers } from './test/layers';

interface Row {
  label: string;
  passed: boolean;
  seconds: number;
}

/** `npm test [-- LAYER…]`: everything, or only the named layers; all of them run, even after one failed. */
command(async (args) => {
  const names = [...new Set(layers.map((layer) => layer.name))];
  const unknown = args.find((arg) => !names.includes(arg));
  if (unknown !== undefined) throw new OperatorError(`没有 “${unknown}” 这一层测试。可用：${names.join('、')}。`);
  const rows: Row[] = [];
  for (const layer of layers) {
    if (args.length > 0 && !args.includes(layer.name)) continue;
    rows.push(await runLayer(layer));
  }
  summarise(rows);
  return rows.every((row) => row.passed) ? 0 : 1;
});

async function runLayer({ name, label, run }: Layer): Promise<Row> {
  say(`\n── ${name} · ${label}`);
  const started = Date.now();
  const passed = await run().catch((error: unknown) => {
    if (!isForOperator(error)) throw error;
    say(error.message);
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
