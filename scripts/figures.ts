import { functionsPart } from './build/functions';
import { build } from './build/part';
import { measure, type Outcome } from './figures/measure';
import { figures } from './figures/table';
import { command } from './lib/command';
import { takes } from './lib/options';
import { leaveStdoutToResult, say, step } from './lib/say';

const reader = takes({
  name: 'figures',
  does: '现场测量可靠与安全的各项指标（10 至 26），列出目标与实测。约需四分钟。',
  words: { name: '编号', what: '只测其中几项', among: figures.map(({ number }) => number) },
  options: {
    long: { what: '每处输入都试全部恶意内容，随机测试多做十遍（需十几分钟）' },
    json: { what: '在标准输出打印 JSON，供程序读取' },
  },
});

const signs: Record<string, string> = { true: '✓', false: '✗', undefined: '未测' };

/** One figure in two lines: what it is to be, and what it is. */
function show({ figure: { number, name, target }, ok, said }: Outcome): void {
  say(`${number}  ${name}`);
  say(`    目标 ${target}`);
  say(`    实测 ${signs[String(ok)]} ${said}`);
}

/**
 * `npm run figures [-- NUMBER… --long --json]`: measures the figures of reliability by the tests that prove them, and
 * prints each with its target. Exit code 1 when one is missed; what cannot be measured yet is said and misses nothing.
 */
command(reader, async ({ words, options }) => {
  if (options.json) leaveStdoutToResult();
  await build(functionsPart);
  const wanted = figures.filter(({ number }) => words.length === 0 || words.includes(number));
  const outcomes = await step('测量', () => measure(wanted, options.long === true));
  if (options.json) {
    const rows = outcomes.map(({ figure: { number, name, target }, ok = null, said }) => ({
      number,
      name,
      target,
      ok,
      said,
    }));
    process.stdout.write(`${JSON.stringify(rows)}\n`);
  } else outcomes.forEach(show);
  const missed = outcomes.filter(({ ok }) => ok === false).length;
  const open = outcomes.filter(({ ok }) => ok === undefined).length;
  say(
    `${missed === 0 ? '✓ 没有不达标的' : `✗ ${missed} 项不达标`}；${outcomes.length - missed - open} 项达标，${open} 项未测`,
  );
  return missed === 0 ? 0 : 1;
});
