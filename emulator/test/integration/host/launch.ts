import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleProgram } from '../../support/program';

/** Emulators in processes of their own, on one folder, for tests that kill them. */
export class Launcher {
  readonly folder = mkdtempSync(join(tmpdir(), 'host-launch-'));
  private readonly program = bundleProgram('host-launch');
  private readonly children: ChildProcess[] = [];

  constructor(functions: Record<string, string>) {
    for (const [name, source] of Object.entries(functions)) {
      mkdirSync(join(this.folder, 'functions', name), { recursive: true });
      writeFileSync(join(this.folder, 'functions', name, 'index.js'), source);
      writeFileSync(join(this.folder, 'functions', name, 'config.json'), '{"timeout":900}');
    }
  }

  /** Starts an emulator; resolves with the address from its `ready` line. */
  async start(): Promise<{ adminUrl: string; kill: () => Promise<void> }> {
    const args = ['--port', '0', '--data', 'data', '--functions', 'functions', '--quiet'];
    const child = spawn(process.execPath, [this.program.file, ...args], { cwd: this.folder });
    this.children.push(child);
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const adminUrl = await new Promise<string>((resolve, reject) => {
      let out = '';
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
        const line = /^ready (\S+)$/m.exec(out);
        if (line) resolve(line[1]!);
      });
      child.once('exit', () => reject(new Error(`the emulator ended: ${errors}`)));
    });
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const kill = (): Promise<void> => {
      child.kill('SIGKILL');
      return gone;
    };
    return { adminUrl, kill };
  }

  remove(): void {
    for (const child of this.children) child.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
    this.program.remove();
  }
}
