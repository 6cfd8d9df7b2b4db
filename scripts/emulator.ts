import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { functionsPart } from './build/functions';
import { emulatorPart } from './build/emulator';
import { buildAll } from './build/part';
import { schemaPart } from './build/schema';
import { dist, personasFile, root } from './lib/paths';
import { command, leaveStdoutToResult } from './lib/say';

/** Commands that work on a data folder and run nothing of ours. */
const WITHOUT_OURS = ['export', 'import', 'verify'];

/**
 * `npm run emulator [-- COMMAND] [OPTIONS]`: the local cloud alone, as any project may use it, with our functions in
 * it. What is given on the command line goes before what is ours.
 */
command(async (args) => {
  // What runs under `exec` may have its output read by a machine.
  leaveStdoutToResult();
  await buildAll([functionsPart, schemaPart, emulatorPart]);
  const ours = ['--schema', dist.schema, '--functions', dist.functions, '--personas', personasFile];
  const [name = '', ...rest] = args;
  if (WITHOUT_OURS.includes(name)) return run(args);
  return run(name === 'exec' ? [name, ...ours, ...rest] : [...ours, ...args]);
});

/** Runs the built emulator in our terminal, where the shell was, and gives its exit code. */
function run(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [join(dist.emulator, 'index.js'), ...args], {
    cwd: process.env.INIT_CWD ?? root,
    stdio: 'inherit',
  });
  // A terminal sends Ctrl-C to both; this one waits for the other to finish.
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal as NodeJS.Signals]));
  });
}
