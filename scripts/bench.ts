import { loadavg } from 'node:os';
import { measureAudit } from '../test/bench/audit';
import { measureAll } from '../test/bench/measure';
import { measureGrowth } from '../test/bench/grow/measure';
import { measurePeople } from '../test/bench/people/measure';
import { measureEmulator } from '../test/bench/emulator';
import { type Row, tableOf } from '../test/bench/row';
import { weappPart } from './build/client';
import { emulatorPart } from './build/emulator';
import { functionsPart } from './build/functions';
import { build } from './build/part';
import { command } from './lib/command';
import { takes } from './lib/options';
import { leaveStdoutToResult, say, step } from './lib/say';

const reader = takes({
  name: 'bench',
  does: '测量每个动作的数据库往返次数、程序包大小、首屏数据量、多人同时操作时的审计、全市打卡长到一百万次时的常用功能、全市两万八千多名成员时的组织与成员，以及本机云环境在一百万条数据下的耗时，与预算比较。',
  options: {
    app: { what: '只测小程序与云函数' },
    growth: { what: '只测全市打卡从一千次长到一百万次时，常用功能的往返与耗时（需几分钟）' },
    people: { what: '只测全市规模的组织与成员（需几分钟）' },
    emulator: { what: '只测本机云环境' },
    json: { what: '在标准输出打印 JSON，供程序读取' },
  },
});

/**
 * `npm run bench [-- --json]`: what each action and page costs, and the local cloud at 200,000 and 1,000,000 documents,
 * against their budgets; `--app`, `--growth`, `--people` or `--emulator` measure only
 * that. Exit code 1 when a budget is missed.
 */
command(reader, async ({ options }) => {
  if (options.json) leaveStdoutToResult();
  const rows: Row[] = [];
  const all = !options.app && !options.growth && !options.people && !options.emulator;
  if (all || options.app) {
    await build(functionsPart);
    await build(weappPart('cloud'));
    rows.push(...(await measureAll()));
    sayLoad();
    rows.push(...(await step('测量多人同时操作时的审计', measureAudit)));
  }
  if (all || options.growth) {
    await build(functionsPart);
    rows.push(...(await measureGrowth()));
  }
  if (all || options.people) {
    await build(functionsPart);
    sayLoad();
    rows.push(...(await measurePeople()));
  }
  if (all || options.emulator) {
    await build(emulatorPart);
    sayLoad();
    rows.push(...(await step('测量本地云', measureEmulator)));
  }
  if (options.json) process.stdout.write(`${JSON.stringify(rows)}\n`);
  else say(tableOf(rows));
  return rows.every(({ ok }) => ok) ? 0 : 1;
});

/** Times, unlike counts, are only worth something on a machine with nothing else to do. */
const sayLoad = () => say(`机器负载 ${loadavg()[0]?.toFixed(1)}（忙碌时，耗时会偏高）`);
