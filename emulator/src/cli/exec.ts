import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Emulator } from '../emulator';
import { Child } from './child';
import { clientEnvironment } from './client-environment';
import type { CommandLine } from './command-line';
import { Exit, reportFailure } from './exit';
import { startWith, stopWith } from './serve';

export type ExecArguments = Extract<CommandLine, { command: 'exec' }>;

/**
 * Starts an emulator, runs a command against it, stops it. Gives the exit code: the command's own, 128 + n when
 * signal n ended it, or one of `Exit`. Nothing is written to stdout: it is the command's.
 */
export async function exec({ options, state, run }: ExecArguments): Promise<number> {
  const temporary = options.dataDir === undefined ? mkdtempSync(join(tmpdir(), 'cloudbase-exec-')) : undefined;
  const child = new Child();
  let emulator: Emulator | undefined;
  try {
    emulator = await startWith({ ...options, dataDir: options.dataDir ?? (temporary as string) }, state);
    const code = await child.run(run, clientEnvironment(emulator.url, emulator.adminUrl, options.env ?? 'local'));
    await stopWith(emulator, state);
    return code;
  } catch (error) {
    const failed = reportFailure(error);
    return emulator === undefined ? Exit.NOT_STARTED : failed;
  } finally {
    await emulator?.stop().catch(() => undefined);
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
    child.release();
  }
}
