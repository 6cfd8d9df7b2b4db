import { runNode } from './lib/child';
import { inRoot } from './lib/paths';
import { command } from './lib/say';

/** `npm run parity -- --env ENVID`: records the cases of `test/parity` on a real environment; see `record.ts` there. */
command(async (args) => {
  const { code } = await runNode(['--import', 'tsx', inRoot('test/parity/record.ts'), ...args], { output: 'show' });
  return code;
});
