import { writeFileSync } from 'node:fs';
import { command } from './lib/command';
import { explain } from './lib/explain';
import { takes } from './lib/options';
import { say } from './lib/say';
import { type Layer, layers, type Wanted } from './test/layers';
import { changeSince } from './test/since';

const reader = takes({
  name: 'test',
  does: '检查、构建和全部测试，或只是写明的那些层。一层没有通过，其余仍会运行。',
  words: { name: '层', what: '可以写几个', among: [...new Set(layers.map((layer) => layer.name))] },
  options: {
    domain: { value: '领域', what: '只运行一个领域自己的测试（规则、集成、前端组件，各一遍），例如 --domain book' },
    times: { value: '文件', what: '把每层的结果与秒数写成 JSON，供程序读取' },
    since: { value: '版本', what: '只运行自该版本（分支、标签、提交）以来的改动可能影响的部分；拿不准时多运行' },
  },
});

interface Row {
  label: string;
  /** `undefined`: nothing of it can have changed. */
  passed: boolean | undefined;
  seconds: number;
}

/**
 * `npm test [-- LAYER… --since REV --domain NAME --times FILE]`: everything, or only the named layers, or only what a change since a revision can
 * touch, or a domain's own; all of it runs, even after a part failed.
 */
command(reader, async ({ words, options }) => {
  const change = options.since === undefined ? undefined : changeSince(options.since);
  if (change) say(`自 ${options.since} 以来有 ${change.length} 个文件改动`);
  const rows: Row[] = [];
  for (const layer of layers) {
    if (words.length > 0 && !words.includes(layer.name)) continue;
    if (options.domain !== undefined && !layer.ofDomains) continue;
    rows.push(await runLayer(layer, { change, domain: options.domain }));
  }
  if (options.times !== undefined) writeFileSync(options.times, `${JSON.stringify(rows, null, 2)}\n`);
  summarise(rows);
  return rows.every((row) => row.passed !== false) ? 0 : 1;
});

async function runLayer({ name, label, run }: Layer, wanted: Wanted): Promise<Row> {
  say(`\n── ${name} · ${label}`);
  const started = Date.now();
  const passed = await run(wanted).catch((error: unknown) => {
    const message = explain(error);
    if (message === undefined) throw error;
    say(message);
    return false;
  });
  return { label, passed, seconds: (Date.now() - started) / 1000 };
}

const SIGNS: Record<string, string> = { true: '✓', false: '✗', undefined: '–' };

function summarise(rows: readonly Row[]): void {
  say('\n── 结果');
  for (const { label, passed, seconds } of rows)
    say(`${SIGNS[String(passed)]} ${seconds.toFixed(1).padStart(6)} 秒  ${label}`);
  const total = rows.reduce((sum, row) => sum + row.seconds, 0);
  const failed = rows.filter((row) => row.passed === false).length;
  say(`${failed === 0 ? '✓ 全部通过' : `✗ ${failed} 项没有通过`}，共 ${Math.round(total)} 秒`);
}
