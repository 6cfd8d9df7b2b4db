import { createEmulator, type Emulator } from '../emulator';
import type { EmulatorOptions } from '../options';
import { importState } from '../state/import';
import { checkTarget } from '../state/target';
import type { StateOptions } from './command-line';
import { Exit } from './exit';
import { nextSignal } from './signal';

/** Runs until it is asked to stop. Gives the exit code. */
export async function serve(options: EmulatorOptions, state: StateOptions): Promise<number> {
  const stopAsked = nextSignal();
  const emulator = await startWith(options, state);
  process.stdout.write(`ready ${emulator.adminUrl}\n`);
  await stopAsked;
  // Whoever asks a second time does not want to wait for calls under way.
  void nextSignal().then(() => process.exit(Exit.FAILED));
  await stopWith(emulator, state);
  return Exit.OK;
}

/** Starts an emulator, after the import that was asked for. What would spoil its export at the end is said now. */
export async function startWith(options: EmulatorOptions, state: StateOptions): Promise<Emulator> {
  if (state.exportOnExit !== undefined) checkTarget(state.exportOnExit, state.force);
  if (state.importFrom !== undefined) {
    await importState({
      dir: state.importFrom,
      dataDir: options.dataDir,
      replace: state.replace,
      env: options.env ?? 'local',
    });
  }
  return createEmulator(options);
}

/** Stops an emulator; the export that was asked for has everything that was acknowledged. */
export function stopWith(emulator: Emulator, { exportOnExit, force }: StateOptions): Promise<void> {
  return emulator.stop(exportOnExit === undefined ? undefined : { exportTo: exportOnExit, force });
}
