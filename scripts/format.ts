import { existsSync } from 'node:fs';
import { runNode } from './lib/child';
import { command } from './lib/command';
import { takes } from './lib/options';
import { inRoot } from './lib/paths';
import { OperatorError } from './lib/say';
import { fromShell } from './lib/settings';

const reader = takes({
  name: 'format',
  does: '按统一格式改写文件：全部，或只是写明的那些。',
  words: { name: '文件', what: '文件或文件夹，默认整个项目' },
});

/** `npm run format [-- FILE…]`: rewrites everything, or only the named files, in the one format. */
command(reader, async ({ words }) => {
  const files = words.length > 0 ? words.map(fromShell) : ['.'];
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) throw new OperatorError(`没有 “${missing}” 这个文件。\n\n${reader.help}`);
  const tool = inRoot('node_modules/prettier/bin/prettier.cjs');
  const { code } = await runNode([tool, '--write', '--log-level', 'warn', '--ignore-unknown', ...files], {
    output: 'show',
  });
  return code;
});
