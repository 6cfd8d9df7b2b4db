import { createEmulator } from '../emulator';
import type { EmulatorOptions } from '../options';
import { Exit } from './exit';
import { nextSignal } from './signal';

/** Runs until it is asked to stop. Gives the exit code. */
export async function serve(options: EmulatorOptions): Promise<number> {
  const stopAsked = nextSignal();
  const emulator = await createEmulator(options);
  process.stdout.write(`ready ${emulator.adminUrl}\n`);
  await stopAsked;
  // Whoever asks a second time does not want to wait for calls under way.
  void nextSignal().then(() => process.exit(Exit.FAILED));
  await emulator.stop();
  return Exit.OK;
}
