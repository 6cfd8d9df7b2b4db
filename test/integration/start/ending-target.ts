import { runNode } from '../../../scripts/lib/child';
import { command } from '../../../scripts/lib/command';
import { takes } from '../../../scripts/lib/options';
import { say } from '../../../scripts/lib/say';
import { nextSignal } from '../../../scripts/lib/signal';

const reader = takes({ name: 'target', does: '测试用', words: { name: '做法', what: '怎样结束' } });

/** A command of ours that works with a child, serves, talks, or meets a full disk; `ending.test.ts` ends it. */
command(reader, async ({ words: [way] }) => {
  switch (way) {
    case 'child': {
      const child = 'process.stdout.write(`child ${process.pid}\\n`); setInterval(() => undefined, 1000)';
      const { code } = await runNode(['-e', child], { output: 'show' });
      say(`the next step, after ${code}`);
      return 0;
    }
    case 'serve': {
      const talking = setInterval(() => say('still here'), 20);
      const asked = nextSignal();
      say(`child ${process.pid}`);
      await asked;
      clearInterval(talking);
      say('正在停止……');
      return 0;
    }
    case 'stop slowly': {
      const asked = nextSignal();
      say(`child ${process.pid}`);
      const waiting = setInterval(() => undefined, 1000);
      await asked;
      void nextSignal().then(() => process.exit(1));
      await new Promise((done) => setTimeout(done, 300));
      clearInterval(waiting);
      return 0;
    }
    case 'talk':
      for (let line = 0; line < 5000; line += 1) say(`line ${line} ${'x'.repeat(100)}`);
      await new Promise((done) => setTimeout(done, 300));
      return 7;
    default:
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  }
});
