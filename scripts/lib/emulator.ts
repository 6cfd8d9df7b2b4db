import { createEmulator, type Emulator } from '../../emulator/emulator';
import type { EmulatorOptions } from '../../emulator/options';
import { schemaFile } from '../build/schema';
import { dist, personasFile } from './paths';

/** Starts the local cloud with our collections, the built functions and the demo personas. */
export function openEmulator(options: Omit<EmulatorOptions, 'schema' | 'functions'>): Promise<Emulator> {
  return createEmulator({ personas: personasFile, ...options, schema: schemaFile(), functions: dist.functions });
}
