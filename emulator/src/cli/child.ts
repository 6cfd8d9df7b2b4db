import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { Exit } from './exit';

/** A command that runs in our terminal. What asks us to stop is handed on to it. */
export class Child {
  private readonly forward = (signal: NodeJS.Signals): void => this.receive(signal);
  private running?: ChildProcess;
  private asked?: NodeJS.Signals;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, this.forward);
  }

  /** Runs a command to its end and gives its exit code, 128 + n when signal n ended it. */
  run([program, ...args]: readonly [string, ...string[]], env: NodeJS.ProcessEnv): Promise<number> {
    if (this.asked) return Promise.resolve(signalled(this.asked));
    return new Promise((resolve) => {
      // Programs of npm are scripts on Windows, which only its shell can start.
      const child = spawn(program, args, { env, stdio: 'inherit', shell: process.platform === 'win32' });
      this.running = child;
      child.once('error', (error: NodeJS.ErrnoException) => {
        process.stderr.write(`无法执行 ${program}：${error.code === 'ENOENT' ? '没有这条命令' : error.message}\n`);
        resolve(error.code === 'ENOENT' ? Exit.NOT_FOUND : Exit.NOT_EXECUTABLE);
      });
      child.once('exit', (code, signal) => resolve(code ?? signalled(signal as NodeJS.Signals)));
    });
  }

  /** From now on a signal ends this process as usual. */
  release(): void {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, this.forward);
  }

  private receive(signal: NodeJS.Signals): void {
    this.asked ??= signal;
    // A terminal sends Ctrl-C to the command as well; twice would mean "at once" to many programs.
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    this.running?.kill(signal);
  }
}

const signalled = (signal: NodeJS.Signals): number => Exit.SIGNALLED + constants.signals[signal];
