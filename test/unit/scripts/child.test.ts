import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from '../../../scripts/lib/child';

const folder = mkdtempSync(join(tmpdir(), 'shuxiang-child-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a worker that a child forks waits for its work, as jest and webpack expect', async () => {
  const script = join(folder, 'forks.cjs');
  writeFileSync(
    script,
    `const { fork } = require('node:child_process');
    if (process.argv[2] === 'worker') process.on('message', (text) => process.send(text + ' back', () => process.exit(0)));
    else {
      const worker = fork(__filename, ['worker']);
      worker.on('message', (text) => console.log(text));
      // Idle for a while, which is when a worker without a reason to live ends.
      setTimeout(() => worker.connected && worker.send('there and'), 500);
    }`,
  );
  expect(await runNode([script])).toEqual({ code: 0, output: 'there and back\n' });
});
