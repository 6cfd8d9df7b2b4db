import { loadavg } from 'node:os';
import { measureEmulator } from '../test/bench/emulator/measure';
import { measureAll } from '../test/bench/measure';
import { type Row, tableOf } from '../test/bench/row';
import { weappPart } from './build/client';
import { emulatorPart } from './build/emulator';
import { functionsPart } from './build/functions';
import { build } from './build/part';
import { command, leaveStdoutToResult, OperatorError, say, step } from './lib/say';

const FLAGS = ['--json', '--app', '--emulator'];

/**
 * `npm run bench [-- --json]`: what each action and page costs, and the local cloud at 200,000 and 1,000,000 documents,
 * against their budgets; `--app` or `--emulator` measures only the one. Exit code 1 when a budget is missed.
 */
command(async (args) => {
  const unknown = args.find((arg) => !FLAGS.includes(arg));
  if (unknown !== undefined) throw new OperatorError(`不认识 “${unknown}”。可用：${FLAGS.join('、')}。`);
  const asJson = args.includes('--json');
  if (asJson) leaveStdoutToResult();
  const rows: Row[] = [];
  if (!args.includes('--emulator')) {
    await build(functionsPart);
    await build(weappPart('cloud'));
    rows.push(...(await measureAll()));
  }
  if (!args.includes('--app')) {
    await build(emulatorPart);
    // Times, unlike counts, are only worth something on a machine with nothing else to do.
    say(`机器负载 ${loadavg()[0]?.toFixed(1)}（忙碌时，本地云的耗时会偏高）`);
    rows.push(...(await step('测量本地云', measureEmulator)));
  }
  if (asJson) process.stdout.write(`${JSON.stringify(rows)}\n`);
  else say(tableOf(rows));
  return rows.every(({ ok }) => ok) ? 0 : 1;
});
