import { h5Part, weappPart } from '../build/client';
import { emulatorPart } from '../build/emulator';
import { functionsPart } from '../build/functions';
import { buildAll } from '../build/part';
import { schemaPart } from '../build/schema';
import { checks } from '../check/steps';
import { runNode } from '../lib/child';
import { inRoot } from '../lib/paths';
import { say } from '../lib/say';
import { findBrowser } from './browser';

/** One row of the summary. */
export interface Layer {
  /** What `npm test -- NAME` runs; several rows may share one. */
  name: string;
  label: string;
  /** Says what went wrong where it did; true when all is well. */
  run: () => Promise<boolean>;
}

/** One time zone behind UTC and one ahead: function code runs in UTC on the cloud, laptops run anywhere. */
const zones = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'];

/** Runs one layer with two workers, unless `args` says how many. */
async function jest(
  projects: readonly string[],
  env: Record<string, string>,
  args: readonly string[] = [],
): Promise<boolean> {
  const cli = inRoot('node_modules/jest/bin/jest.js');
  const workers = args.includes('--runInBand') ? [] : ['--maxWorkers=2'];
  const { code } = await runNode([cli, '--ci', '--selectProjects', ...projects, ...workers, ...args], {
    env: { ...process.env, NODE_ENV: 'test', ...env },
    output: 'show',
  });
  return code === 0;
}

/** The same tests in every zone; `first` and `others` are further arguments of the first run and of the others. */
const inZones = (name: string, label: string, first: readonly string[] = [], others: readonly string[] = []): Layer[] =>
  zones.map((zone, index) => ({
    name,
    label: `${label} · ${zone}`,
    run: () => jest([name], { TZ: zone }, index === 0 ? first : others),
  }));

/** Tests of processes, files and rights: long, and without a date in them. Once is enough. */
const zoneless = ['--testPathIgnorePatterns', 'integration/(start|crash|import|authz)/|seed/interrupted'];

/** Those of the local cloud that compute with dates; all of it runs in one zone. */
const emulatorDates = [
  '--testPathPatterns',
  'parity/parity|database/(operators|aggregate)\\.|host/(functions|timers|cron|environment)\\.',
];

/** The local cloud finds a browser by a variable. */
function browserEnvironment(): Record<string, string> {
  const { path, env } = findBrowser();
  return { CHROME_PATH: path, ...env };
}

/** The local cloud's own tests: once, and what computes with dates in the other zones too. */
const emulatorLayers: readonly Layer[] = zones.map((zone, index) => ({
  name: 'emulator',
  label: `本机云环境 · ${zone}`,
  run: async () => {
    const env = { ...browserEnvironment(), TZ: zone };
    const args = index === 0 ? [] : emulatorDates;
    return jest(['emulator-unit', 'emulator-integration'], env, args);
  },
}));

export const layers: readonly Layer[] = [
  ...checks.map(({ name, run }) => ({
    name: 'check',
    label: name,
    run: async () => {
      const problem = await run();
      if (problem) say(problem);
      return problem === '';
    },
  })),
  {
    name: 'build',
    label: '构建',
    run: () =>
      buildAll([functionsPart, schemaPart, emulatorPart, h5Part, weappPart('cloud')]).then(
        () => true,
        (error: unknown) => {
          say(error instanceof Error ? error.message : String(error));
          return false;
        },
      ),
  },
  ...inZones('unit', '规则与单元', ['--coverage']),
  ...inZones('integration', '集成', [], zoneless),
  ...emulatorLayers,
  { name: 'client', label: '前端组件', run: () => jest(['client'], { TZ: 'America/Los_Angeles' }) },
  { name: 'weapp', label: '小程序成品', run: () => jest(['weapp'], { TZ: 'Asia/Shanghai' }) },
  { name: 'e2e', label: '浏览器', run: runBrowserTests },
];

/** A missing browser is said before anything is started. */
async function runBrowserTests(): Promise<boolean> {
  const { path } = findBrowser();
  say(`浏览器：${path}`);
  return jest(['e2e'], { TZ: 'Asia/Shanghai' }, ['--runInBand']);
}
