import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import { temporaryFolder } from '../../support/folder';

const folder = temporaryFolder('lock-race-');
const RACERS = 3;
const RACE_MS = 2500;

test('of processes that take a folder at the same time, from the living or from the dead, one has it', async () => {
  const target = join(folder, 'target.js');
  const entry = join(__dirname, 'lock-target.ts');
  buildSync({ entryPoints: [entry], outfile: target, bundle: true, platform: 'node', format: 'cjs' });
  const data = join(folder, 'data');
  mkdirSync(data);
  const dead = String(spawnSync(process.execPath, ['-e', '']).pid);
  const until = String(Date.now() + RACE_MS);
  const race = (): Promise<{ stdout: string }> => promisify(execFile)(process.execPath, [target, data, dead, until]);
  const ends = await Promise.all(Array.from({ length: RACERS }, race));
  const results = ends.map(({ stdout }) => JSON.parse(stdout) as { taken: number; shared: number });
  expect(results.map(({ shared }) => shared)).toEqual(results.map(() => 0));
  expect(results.reduce((sum, { taken }) => sum + taken, 0)).toBeGreaterThan(0);
});
