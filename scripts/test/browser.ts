import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inRoot } from '../lib/paths';
import { OperatorError } from '../lib/say';

/** A browser that can be started, and what its environment needs. */
export interface Browser {
  path: string;
  env: Record<string, string>;
}

const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];

/** Where Chrome, Chromium and Edge are found, by platform. */
const knownPaths: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: (process.env.PATH ?? '')
    .split(delimiter)
    .concat('/usr/bin', '/snap/bin')
    .flatMap((dir) =>
      ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'].map((n) => join(dir, n)),
    ),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: programFiles.flatMap((dir) =>
    dir ? [join(dir, 'Google/Chrome/Application/chrome.exe'), join(dir, 'Microsoft/Edge/Application/msedge.exe')] : [],
  ),
};

/**
 * A browser for the tests: `$CHROME_PATH`, else one of the system's, else the one inside the npm package
 * `@sparticuz/chromium` (Linux x64). Throws OperatorError that says precisely what is missing.
 */
export function findBrowser(): Browser {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (!existsSync(given)) throw new OperatorError(`CHROME_PATH 指向的浏览器不存在：${given}`);
    return { path: given, env: {} };
  }
  const path = (knownPaths[process.platform] ?? []).find((candidate) => existsSync(candidate));
  return path === undefined ? packagedBrowser() : { path, env: {} };
}

function packagedBrowser(): Browser {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new OperatorError(
      '浏览器测试需要 Chrome、Chromium 或 Edge，本机没有找到。请安装其中之一，或用 CHROME_PATH 指明其位置。',
    );
  }
  const dir = unpack();
  const path = join(dir, 'chromium');
  // The package brings the few libraries that a bare system lacks; the system's own go first where it has them.
  const env: Record<string, string> = {};
  if (missingLibraries(path, env).length > 0) env.LD_LIBRARY_PATH = join(dir, 'al2023/lib');
  const missing = missingLibraries(path, env);
  if (missing.length > 0) {
    throw new OperatorError(
      `npm 包里的浏览器无法运行，系统缺少：${missing.join('、')}。请安装它们，或安装 Chromium 后再试。`,
    );
  }
  return { path, env };
}

/** Unpacks the package's browser once; it takes 2 seconds and 200 MB. */
function unpack(): string {
  const dir = inRoot('.cache/chromium');
  if (existsSync(dir)) return dir;
  const fresh = `${dir}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  // A module of its own kind of import and a folder of its own: both are settled by a process of its own.
  const script = `
    import chromium, { inflate } from '@sparticuz/chromium';
    import { createRequire } from 'node:module';
    import { dirname, join } from 'node:path';
    await chromium.executablePath();
    const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    await inflate(join(dirname(main), '../bin/al2023.tar.br'));`;
  try {
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: inRoot(),
      env: { ...process.env, TMPDIR: fresh },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    renameSync(fresh, dir);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw new OperatorError(`无法解开 npm 包 @sparticuz/chromium 里的浏览器：${(error as Error).message}`);
  }
  return dir;
}

/** Shared libraries that the dynamic linker does not find; empty where `ldd` is not there to ask. */
function missingLibraries(path: string, env: Record<string, string>): string[] {
  try {
    const listing = execFileSync('ldd', [path], { env: { ...process.env, ...env }, encoding: 'utf8' });
    return [...listing.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');
  } catch {
    return [];
  }
}
