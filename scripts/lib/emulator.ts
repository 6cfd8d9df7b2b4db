import { functionSettings, timerTriggers } from '../../contract/functions';
import { createEmulator, type Emulator } from '../../emulator/emulator';
import type { FunctionConfig } from '../../emulator/functions/types';
import type { EmulatorOptions } from '../../emulator/options';
import { functionNames } from './functions';
import { schemaFile } from '../build/schema';
import { dist, personasFile } from './paths';

/** Settings of our functions in the emulator's words: the same that are deployed. */
function functionConfig(): Record<string, FunctionConfig> {
  const timers = timerTriggers.map(({ name, cron }) => ({ name, cron }));
  return Object.fromEntries(
    functionNames.map((name) => [name, { ...functionSettings[name], ...(name === 'timer' ? { timers } : {}) }]),
  );
}

/** Starts the local cloud with our collections, the built functions and the demo personas. */
export function openEmulator(
  options: Omit<EmulatorOptions, 'schema' | 'functions' | 'functionConfig'>,
): Promise<Emulator> {
  return createEmulator({
    personas: personasFile,
    ...options,
    schema: schemaFile(),
    functions: dist.functions,
    functionConfig: functionConfig(),
  });
}
