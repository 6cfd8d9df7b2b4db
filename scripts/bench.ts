import { benchEngineReport } from '../test/bench/engine';
import { weappPart } from './build/client';
import { functionsPart } from './build/functions';
import { build } from './build/part';
import { command, leaveStdoutToResult, OperatorError, say } from './lib/say';
import { measureAll } from '../test/bench/measure';
import { tableOf } from '../test/bench/row';

/**
 * `npm run bench [-- --json]`: what each action and page costs, against its budget. Exit code 1 when one is exceeded.
 * `npm run bench -- --engine`: the document database alone, at 200,000 and 1,000,000 documents.
 */
command(async (args) => {
  if (args.includes('--engine')) return benchEngineReport();
  const unknown = args.find((arg) => arg !== '--json');
  if (unknown !== undefined) throw new OperatorError(`不认识 “${unknown}”。可用：--json。`);
  const asJson = args.includes('--json');
  if (asJson) leaveStdoutToResult();
  await build(functionsPart);
  await build(weappPart('cloud'));
  const rows = await measureAll();
  if (asJson) process.stdout.write(`${JSON.stringify(rows)}\n`);
  else say(tableOf(rows));
  return rows.every(({ ok }) => ok) ? 0 : 1;
});
