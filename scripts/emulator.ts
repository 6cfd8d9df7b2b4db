import { pathToFileURL } from 'node:url';
import { commandLineFault, USAGE } from '@shuxiang/local-cloudbase';
import { emulatorPart } from './build/emulator';
import { functionsPart } from './build/functions';
import { buildAll } from './build/part';
import { schemaPart } from './build/schema';
import { command } from './lib/command';
import type { Reader } from './lib/options';
import { dist, inRoot, personasFile, root } from './lib/paths';
import { leaveStdoutToResult } from './lib/say';
import { leaveSignals } from './lib/signal';

/** Commands that work on a data folder and run nothing of ours. */
const WITHOUT_OURS = ['export', 'import', 'verify'];

const reader: Reader<readonly string[]> = {
  name: 'emulator',
  help: `${USAGE}\n用 npm 运行时：npm run emulator -- 参数…\n`,
  read: (args) => args,
};

/**
 * `npm run emulator [-- COMMAND] [OPTIONS]`: the local cloud alone, as any project may use it, with our functions in
 * it. What is given on the command line goes before what is ours.
 */
command(reader, async (args) => {
  // A command line that is wrong is told before anything is built for it.
  const fault = commandLineFault(args);
  if (fault !== undefined) return fault;
  // What runs under `exec` may have its output read by a machine.
  leaveStdoutToResult();
  await buildAll([functionsPart, schemaPart, emulatorPart]);
  const ours = ['--schema', dist.schema, '--functions', dist.functions, '--personas', personasFile];
  const [name = '', ...rest] = args;
  if (WITHOUT_OURS.includes(name)) return become(args);
  return become(name === 'exec' ? [name, ...ours, ...rest] : [...ours, ...args]);
});

/** Goes on as the built emulator, where the shell was: no process between it and whoever ends it. It exits by itself. */
async function become(args: readonly string[]): Promise<number> {
  const main = inRoot('emulator/bin/local-cloudbase.js');
  leaveSignals();
  process.chdir(process.env.INIT_CWD ?? root);
  process.argv = [process.execPath, main, ...args];
  await import(pathToFileURL(main).href);
  return new Promise<number>(() => undefined);
}
