import { runChecks } from './check/steps';
import { command } from './lib/command';
import { takes } from './lib/options';
import { say } from './lib/say';

const reader = takes({
  name: 'check',
  does: '类型、代码规范、格式、依赖方向、生成的文件、文件长度：不运行系统就能知道的一切。',
});

/** `npm run check`: everything that can be told without running the system; all checks run, even after one failed. */
command(reader, async () => {
  const failed = await runChecks();
  say(failed === 0 ? '✓ 检查通过' : `✗ ${failed} 项检查没有通过`);
  return failed === 0 ? 0 : 1;
});
