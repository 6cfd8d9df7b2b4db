import { createEmulator, type Emulator, type EmulatorOptions, type LogEntry } from '@shuxiang/local-cloudbase';
import type { FunctionName } from '../../contract/functions';
import { schemaFile } from '../build/schema';
import { dist, personasFile } from './paths';

/** Starts the local cloud with our collections, the built functions and the demo personas. */
export function openEmulator(options: Omit<EmulatorOptions, 'schema' | 'functions'>): Promise<Emulator> {
  const wechat = { pushFunction: 'push' satisfies FunctionName };
  return createEmulator({
    personas: personasFile,
    wechat,
    ...options,
    schema: schemaFile(),
    functions: dist.functions,
  });
}

/** The terminal shows what went wrong, not every request. */
export function logProblems({ level, scope, message }: LogEntry): void {
  if (level !== 'info') console.error(`[${scope}] ${message}`);
}
