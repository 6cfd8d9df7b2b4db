import { checks } from './check/steps';
import { command, say, since } from './lib/say';

/** `npm run check`: everything that can be told without running the system; all checks run, even after one failed. */
command(async () => {
  let failed = 0;
  for (const { name, run } of checks) {
    const started = Date.now();
    const problem = await run();
    say(`${problem ? '✗' : '✓'} ${name}（${since(started)}）`);
    if (!problem) continue;
    failed += 1;
    say(problem.replace(/^/gm, '  '));
  }
  say(failed === 0 ? '✓ 检查通过' : `✗ ${failed} 项检查没有通过`);
  return failed === 0 ? 0 : 1;
});
