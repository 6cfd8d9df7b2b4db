import { writeFileSync } from 'node:fs';
import { authorization } from './build/authorization';
import { type Backend, h5Part, weappPart } from './build/client';
import { cloudbaserc } from './build/cloudbaserc';
import { emulatorPart } from './build/emulator';
import { functionsPart } from './build/functions';
import { operators } from './build/operators';
import { buildAll, type Part } from './build/part';
import { schemaPart } from './build/schema';
import { inRoot } from './lib/paths';
import { command, OperatorError, say } from './lib/say';

const names = ['functions', 'schema', 'emulator', 'h5', 'weapp', 'cloudbaserc', 'authorization', 'operators'] as const;

/** Files that are kept in the repository and made from the sources. */
const generated = [
  ['cloudbaserc', 'cloudbaserc.json', cloudbaserc],
  ['authorization', 'docs/authorization.md', authorization],
  ['operators', 'docs/emulator-operators.md', operators],
] as const;

/** `npm run build [-- PART… --local]`: everything, or only the named parts. */
command(async (args) => {
  const local = args.includes('--local');
  const wanted = args.filter((arg) => arg !== '--local');
  const unknown = wanted.find((name) => !(names as readonly string[]).includes(name));
  if (unknown !== undefined) {
    throw new OperatorError(`没有 “${unknown}” 这个部分。可用：${names.join('、')}；--local 让小程序接本机云环境。`);
  }
  const backend: Backend = local ? 'local' : 'cloud';
  const parts: Part[] = [functionsPart, schemaPart, emulatorPart, h5Part, weappPart(backend)];
  await buildAll(parts.filter((part) => wanted.length === 0 || wanted.includes(part.name)));
  for (const [name, file, make] of generated) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    writeFileSync(inRoot(file), make());
    say(`✓ ${file}`);
  }
  return 0;
});
