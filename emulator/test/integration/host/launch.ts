import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const root = join(__dirname, '../../..');

/** Emulators in processes of their own, on one folder, for tests that kill them. */
export class Launcher {
  readonly folder = mkdtempSync(join(tmpdir(), 'host-launch-'));
  /** Inside the project, so that the bundle finds the packages it leaves out. */
  private readonly built = join(root, '.cache', `host-launch-${process.pid}`);
  private readonly children: ChildProcess[] = [];

  constructor(functions: Record<string, string>) {
    for (const [name, source] of Object.entries(functions)) {
      mkdirSync(join(this.folder, 'functions', name), { recursive: true });
      writeFileSync(join(this.folder, 'functions', name, 'index.js'), source);
      writeFileSync(join(this.folder, 'functions', name, 'config.json'), '{"timeout":900}');
    }
    buildSync({
      entryPoints: [join(root, 'emulator/main.ts')],
      outfile: join(this.built, 'index.js'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      packages: 'external',
    });
    copyFileSync(join(root, 'emulator/functions/worker.cjs'), join(this.built, 'worker.js'));
  }

  /** Starts an emulator; resolves with the address from its `ready` line. */
  async start(): Promise<{ adminUrl: string; kill: () => Promise<void> }> {
    const args = ['--port', '0', '--data', 'data', '--functions', 'functions', '--quiet'];
    const child = spawn(process.execPath, [join(this.built, 'index.js'), ...args], { cwd: this.folder });
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
    rmSync(this.built, { recursive: true, force: true });
  }
}
