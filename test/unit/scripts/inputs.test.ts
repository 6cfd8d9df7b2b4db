import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { clientSettings, settingsFiles } from '../../../config/settings';
import { builtEnvironment, h5Part, weappPart } from '../../../scripts/build/client';
import { emulatorPart } from '../../../scripts/build/emulator';
import { buildEnvironment } from '../../../scripts/build/environment';
import { functionsPart } from '../../../scripts/build/functions';
import type { Part } from '../../../scripts/build/part';
import { schemaPart } from '../../../scripts/build/schema';
import { functionNames } from '../../../scripts/lib/functions';
import { inRoot } from '../../../scripts/lib/paths';

/** Set by the build itself: the same each time, told to the stamp, or made of the inputs. */
const ownVariables = ['NODE_ENV', 'TARO_ENV', 'TARO_APP_BACKEND', 'TARO_APP_CONTRACT', 'TARO_APP_VERSION'];

function sourcesOf(folder: string): string[] {
  return (readdirSync(inRoot(folder), { recursive: true }) as string[])
    .filter((name) => /\.(ts|tsx|js|cjs|mjs)$/.test(name))
    .map((name) => join(folder, name));
}

describe('everything from outside that goes into a client is part of its stamp:', () => {
  it.each([...sourcesOf('src'), ...sourcesOf('config'), 'babel.config.js'])('every variable that %s reads', (file) => {
    const text = readFileSync(inRoot(file), 'utf8');
    const read = [...text.matchAll(/process\.env(?:\.(\w+)|\[\s*['"](\w+)['"]\s*\])/g)].map(([, a, b]) => a ?? b ?? '');
    const known: readonly string[] = [...clientSettings, ...ownVariables];
    expect(read.filter((name) => !known.includes(name))).toEqual([]);
    // The only way to read one by a name that is not written there.
    const other = [...text.matchAll(/process\.env(?!\.\w|\[\s*['"])[^;\n]*/g)].map(([line]) => line);
    expect(
      other.filter((line) => !/^process\.env\[name\] \?\? ''/.test(line) && !/^process\.env\.\$/.test(line)),
    ).toEqual([]);
  });

  it.each(clientSettings)('%s', (name) => {
    const before = process.env[name];
    try {
      for (const part of [weappPart('cloud'), weappPart('local'), h5Part]) {
        delete process.env[name];
        const without = part.variant?.();
        process.env[name] = 'cloud1-0g1a2b3c';
        expect(part.variant?.()).not.toBe(without);
      }
    } finally {
      if (before === undefined) delete process.env[name];
      else process.env[name] = before;
    }
  });

  it('which back end it calls', () => {
    expect(weappPart('cloud').variant?.()).not.toBe(weappPart('local').variant?.());
  });

  it.each(settingsFiles)('the file %s', (file) => {
    for (const part of [weappPart('cloud'), h5Part]) expect(part.inputs).toContain(file);
  });

  it('and nothing else gets in', () => {
    const shell = {
      PATH: '/bin',
      BROWSERSLIST: 'ie 8',
      TARO_APP_OTHER: 'x',
      TARO_APP_ENV_ID: 'e',
      DEBUG: '*',
      NODE_ENV: 'x',
    };
    expect(buildEnvironment({ NODE_ENV: 'production' }, shell as unknown as NodeJS.ProcessEnv)).toEqual({
      PATH: '/bin',
      TARO_APP_ENV_ID: 'e',
      NODE_ENV: 'production',
    });
  });
});

describe('every source that goes into a part is among its inputs:', () => {
  it.each<[string, Part, string[]]>([
    ['functions', functionsPart, functionNames.map((name) => `cloudfunctions/${name}/index.ts`)],
    ['emulator', emulatorPart, ['emulator/src/main.ts', 'emulator/src/index.ts', 'emulator/src/console/page/main.tsx']],
    ['schema', schemaPart, ['cloudfunctions/schema.ts', 'cloudfunctions/domains/book/collections.ts']],
    ['h5', h5Part, ['contract/constants.ts']],
  ])('%s', async (_name, { inputs }, entryPoints) => {
    const { metafile } = await bundle({
      entryPoints: entryPoints.map((file) => inRoot(file)),
      absWorkingDir: inRoot(),
      outdir: inRoot('dist/never-written'),
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      packages: 'external',
      jsx: 'automatic',
      logLevel: 'silent',
    });
    const strangers = Object.keys(metafile.inputs).filter(
      (file) => !inputs.some((input) => file === input || file.startsWith(`${input}/`)),
    );
    expect(strangers).toEqual([]);
  });

  it('and so is what decides how TypeScript is compiled', () => {
    for (const { inputs } of [functionsPart, emulatorPart, h5Part]) expect(inputs).toContain('tsconfig.json');
  });
});

describe('the cloud environment of a built mini-program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shuxiang-built-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['start(){Taro.cloud.init({env:"cloud1-0g1a2b3c"})}', 'cloud1-0g1a2b3c'],
    ['Taro.cloud.init({env:""})', ''],
    ['nothing', ''],
  ])('of %p is %p', (code, env) => {
    writeFileSync(join(folder, 'app.js'), code);
    expect(builtEnvironment(folder)).toBe(env);
  });
});
