import { createEmulator, type Emulator, type EmulatorOptions, type LogEntry } from '@shuxiang/local-cloudbase';
import { schemaFile } from '../build/schema';
import { dist, personasFile } from './paths';

/** Starts the local cloud with our collections, the built functions and the demo personas. */
export function openEmulator(options: Omit<EmulatorOptions, 'schema' | 'functions'>): Promise<Emulator> {
  return createEmulator({ personas: personasFile, ...options, schema: schemaFile(), functions: dist.functions });
}

/** The terminal shows what went wrong, not every request. */
export function logProblems({ level, scope, message }: LogEntry): void {
  if (level !== 'info') console.error(`[${scope}] ${message}`);
}
