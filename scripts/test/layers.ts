import { h5Part, weappPart } from '../build/client';
import { emulatorPart } from '../build/emulator';
import { functionsPart } from '../build/functions';
import { buildAll } from '../build/part';
import { schemaPart } from '../build/schema';
import { runChecks } from '../check/steps';
import { say } from '../lib/say';
import { findBrowser } from './browser';
import { type Change, touches, touchesAll } from './since';
import { runSuites, type Suites, suitesOf } from './suites';

/** Which of the tests are to run; all of them where nothing is named. */
export interface Wanted {
  /** Those that this change can touch. */
  change?: Change | undefined;
  /** Those of one domain, in one time zone. */
  domain?: string | undefined;
}

/** One row of the summary. */
export interface Layer {
  /** What `npm test -- NAME` runs; several rows may share one. */
  name: string;
  label: string;
  /** Its tests lie in folders of the domains' names, and this is where they run when one of these is asked for. */
  ofDomains: boolean;
  /** Runs what is wanted of it. Says what went wrong where it did; true when all is well, `undefined` when there is nothing. */
  run: (wanted: Wanted) => Promise<boolean | undefined>;
}

/**
 * Function code runs in UTC on the cloud, laptops run anywhere: what has days runs in a zone behind UTC as well, and the
 * finished apps, which call all of it, in one ahead.
 */
const ZONES = ['UTC', 'America/Los_Angeles'];
/** Layers with a folder for each domain. */
const DOMAIN_LAYERS = ['unit', 'integration', 'client'];
const parts = [functionsPart, schemaPart, emulatorPart, h5Part, weappPart('cloud')];

interface Tests extends Suites {
  name: string;
  label: string;
  zones: readonly string[];
  /** Those that run in the first zone only: the linter keeps the machine's own time out of all code, and they have no days. */
  once?: (suite: string) => boolean;
  env?: () => Record<string, string>;
  /** Further arguments, where all of them run in the first zone. */
  whole?: readonly string[];
}

/** The same tests in every zone that they are for. */
const layersOf = ({ name, label, zones, once, env, whole = [], ...suites }: Tests): Layer[] =>
  zones.map((zone, index) => ({
    name,
    label: zones.length > 1 ? `${label} · ${zone}` : label,
    ofDomains: index === 0 && DOMAIN_LAYERS.includes(name),
    async run({ change, domain }) {
      const ofDomain = (suite: string) => domain === undefined || suite.startsWith(`test/${name}/${domain}/`);
      const chosen = (await suitesOf(suites, change)).filter((suite) => index === 0 || !once?.(suite)).filter(ofDomain);
      if (chosen.length === 0) return undefined;
      const all = change === undefined && domain === undefined && index === 0 ? whole : [];
      return runSuites(suites.projects, chosen, { ...env?.(), TZ: zone }, all);
    },
  }));

/** A missing browser is said before anything is started. */
function browserEnvironment(): Record<string, string> {
  const { path, env } = findBrowser();
  say(`浏览器：${path}`);
  return { CHROME_PATH: path, ...env };
}

const tests: readonly Tests[] = [
  {
    name: 'unit',
    label: '规则与单元',
    projects: ['unit'],
    reads: ['demo', 'test/fixtures'],
    zones: ZONES,
    once: (suite) => !/unit\/(contract|checkin|event|home|duty|role|transfer|jobs|participation)\//.test(suite),
    whole: ['--coverage'],
  },
  {
    name: 'integration',
    label: '集成',
    projects: ['integration'],
    reads: [...functionsPart.inputs, 'emulator/src', 'scripts/seed', 'scripts/import', 'demo', 'test/fixtures'],
    zones: ZONES,
    once: (suite) => !/integration\/(checkin|event|home|timer|role)\//.test(suite),
  },
  {
    name: 'emulator',
    label: '本机云环境',
    projects: ['emulator-unit', 'emulator-integration'],
    reads: ['emulator'],
    zones: ZONES,
    once: (suite) =>
      !/parity\/parity|database\/(operators|aggregate)\.|host\/(functions|timers|cron|environment)\./.test(suite),
    env: browserEnvironment,
  },
  { name: 'client', label: '前端组件', projects: ['client'], reads: ['types'], zones: ['America/Los_Angeles'] },
  {
    name: 'weapp',
    label: '小程序成品',
    projects: ['weapp'],
    reads: weappPart('cloud').inputs,
    zones: ['Asia/Shanghai'],
  },
  {
    name: 'e2e',
    label: '浏览器',
    projects: ['e2e'],
    reads: [...h5Part.inputs, ...functionsPart.inputs, 'emulator/src', 'scripts/seed', 'demo'],
    zones: ['Asia/Shanghai'],
    env: browserEnvironment,
  },
];

export const layers: readonly Layer[] = [
  { name: 'check', label: '检查', ofDomains: false, run: async () => (await runChecks()) === 0 },
  {
    name: 'build',
    label: '构建',
    ofDomains: false,
    async run({ change }) {
      const touched = parts.filter(({ inputs }) => !change || touchesAll(change) || touches(change, inputs));
      if (touched.length === 0) return undefined;
      try {
        await buildAll(touched);
        return true;
      } catch (error) {
        say(error instanceof Error ? error.message : String(error));
        return false;
      }
    },
  },
  ...tests.flatMap(layersOf),
];
