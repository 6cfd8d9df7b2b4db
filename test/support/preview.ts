import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve, type Served } from './child';
import { demoNow } from './demoClock';

/** What `npm start` runs, on a port and a data folder of its own. */
export interface Preview {
  readonly url: string;
  readonly dataDir: string;
  /** All that the present process has said. */
  output(): string;
  /** Stops it if it still runs, then starts it at the same address on the same data. */
  restart(): Promise<void>;
  /** Stops it as Ctrl-C does and removes the data; gives the exit code. */
  stop(): Promise<number | null>;
  /** Ends it without warning; `restart` starts it again. */
  kill9(): Promise<void>;
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'shuxiang-preview-'));
const npmStart = (port: string, dataDir: string): Promise<Served> =>
  serve(['scripts/run.cjs', 'start', '--clock', new Date(demoNow()).toISOString()], {
    PORT: port,
    DATA_DIR: dataDir,
    LATENCY: '0',
  });

/** A data folder as the first `npm start` leaves it: the demo city, untouched. */
export async function demoCity(): Promise<string> {
  const dataDir = newFolder();
  const first = await npmStart('0', dataDir);
  await first.stop();
  return dataDir;
}

/** Starts the stack of `npm start` on a copy of the demo city, and waits until it answers. */
export async function startPreview(city: string): Promise<Preview> {
  const dataDir = newFolder();
  cpSync(city, dataDir, { recursive: true });
  const start = (port: string) => npmStart(port, dataDir);
  let running: Served | undefined = await start('0');
  const { url } = running;
  let output = running.output;

  const end = async (): Promise<number | null> => {
    const code = running ? await running.stop() : null;
    running = undefined;
    return code;
  };
  return {
    url,
    dataDir,
    output: () => output(),
    async restart() {
      await end();
      running = await start(new URL(url).port);
      output = running.output;
    },
    async stop() {
      const code = await end();
      rmSync(dataDir, { recursive: true, force: true });
      return code;
    },
    async kill9() {
      await running?.kill9();
      running = undefined;
    },
  };
}
