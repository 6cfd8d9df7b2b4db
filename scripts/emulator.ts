import { functionsPart } from './build/functions';
import { emulatorPart } from './build/emulator';
import { buildAll } from './build/part';
import { schemaPart } from './build/schema';
import { join } from 'node:path';
import { runNode } from './lib/child';
import { dist, personasFile } from './lib/paths';
import { command } from './lib/say';

/** `npm run emulator [-- OPTIONS]`: the local cloud alone, as any project may use it, with our functions in it. */
command(async (args) => {
  await buildAll([functionsPart, schemaPart, emulatorPart]);
  const ours = ['--schema', dist.schema, '--functions', dist.functions, '--personas', personasFile];
  const { code } = await runNode([join(dist.emulator, 'index.js'), ...ours, ...args], { output: 'show' });
  return code;
});
