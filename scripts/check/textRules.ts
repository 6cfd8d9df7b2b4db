import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../lib/paths';

/** What may stand only in some places, where neither types nor imports would show it. */
interface TextRule {
  name: string;
  pattern: RegExp;
  /** Files that are looked at, and those of them that are excused. */
  within: RegExp;
  except: RegExp;
}

const textRules: readonly TextRule[] = [
  {
    name: '只有 src/shared/backend/cloud 可以使用 Taro.cloud',
    pattern: /\b(Taro|wx)\s*\.\s*cloud\b/,
    within: /^src\//,
    except: /^src\/shared\/backend\/cloud\//,
  },
  {
    name: '产品代码只用 @backend，由构建决定是本机云还是真实云',
    pattern: /\bbackend\/(local|cloud)\b/,
    within: /^src\//,
    except: /^src\/shared\/backend\//,
  },
  {
    name: '只有 cloudfunctions/kernel/clock.ts 可以读取服务器时钟',
    pattern: /\bDate\.now\(|\bnew Date\(\)/,
    within: /^cloudfunctions\//,
    except: /^cloudfunctions\/kernel\/clock\.ts$/,
  },
  {
    name: '不留 TODO',
    pattern: /\b(TODO|FIXME|XXX)\b/,
    within: /^(src|contract|cloudfunctions|emulator|scripts|test|config|demo)\//,
    // It spells the words out.
    except: /^scripts\/check\/textRules\.ts$/,
  },
];

/** Longest source file, in lines; eslint holds TypeScript to the same. */
const MAX_LINES = 300;
const source = /\.(ts|tsx|scss|mjs|cjs)$/;
/** What is made from sources, inside a folder of them. */
const made = /^(dist|node_modules|\.cache)[\\/]/;
const folders = ['src', 'contract', 'cloudfunctions', 'emulator', 'scripts', 'test', 'config', 'demo'];

/** Every breach of a rule, as `file:line what`. */
export function textProblems(): string[] {
  return folders.flatMap((folder) => filesBelow(join(root, folder))).flatMap((file) => problemsOf(file));
}

function filesBelow(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => source.test(name) && !made.test(name))
    .map((name) => relative(root, join(folder, name)).replaceAll('\\', '/'));
}

function problemsOf(file: string): string[] {
  return textProblemsOf(file, readFileSync(join(root, file), 'utf8'));
}

/** The breaches in one file's text; `file` is relative to the repository, with slashes. */
export function textProblemsOf(file: string, text: string): string[] {
  const lines = text.split('\n');
  const rules = textRules.filter(({ within, except }) => within.test(file) && !except.test(file));
  const found = lines.flatMap((line, index) =>
    rules.filter(({ pattern }) => pattern.test(line)).map(({ name }) => `${file}:${index + 1} ${name}`),
  );
  const length = text.endsWith('\n') ? lines.length - 1 : lines.length;
  return length > MAX_LINES ? [...found, `${file} 有 ${length} 行，最多 ${MAX_LINES} 行`] : found;
}
