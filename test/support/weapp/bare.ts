import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { compileFunction, createContext, runInContext, type Context } from 'node:vm';
import { DIST } from './app';
import { makeWx, nothingRecorded } from './wx';

type Definition = Record<string, unknown>;
type Method = (this: Definition, value?: unknown) => void;

/** The built app in a bare JavaScript engine: the language and timers, nothing of a browser. */
export interface BareApp {
  /** Routes whose modules called `Page`. */
  readonly pages: string[];
  /** What was written to the console as an error. */
  readonly errors: string[];
  /** Names of the actions that were called, in order. */
  readonly calls: readonly string[];
  /** Bytes of JSON of each `setData` so far. */
  readonly setDataBytes: readonly number[];
  evaluate(expression: string): unknown;
  /** Opens a page and gives all data set, as JSON, once `enough` says so. */
  show(route: string, enough: (text: string) => boolean): Promise<string>;
}

const WAIT_MS = 15_000;

/** CommonJS as WeChat has it: files of the package, each run once, with the engine's globals. */
function loader(context: Context) {
  const modules = new Map<string, { exports: unknown }>();
  const load = (file: string): unknown => {
    const known = modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(file, module);
    const run = compileFunction(readFileSync(file, 'utf8'), ['require', 'module', 'exports'], {
      filename: file,
      parsingContext: context,
    }) as (require: (path: string) => unknown, module: object, exports: unknown) => void;
    run((path) => load(resolve(dirname(file), path.endsWith('.js') ? path : `${path}.js`)), module, module.exports);
    return module.exports;
  };
  return load;
}

function routesOf(): string[] {
  const { pages, subPackages } = JSON.parse(readFileSync(join(DIST, 'app.json'), 'utf8')) as {
    pages: string[];
    subPackages: { root: string; pages: string[] }[];
  };
  return [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))];
}

export function createBareApp(url: string, persona: string): BareApp {
  const errors: string[] = [];
  const complain = (...said: unknown[]) => void errors.push(said.map(String).join(' '));
  const recorded = nothingRecorded();
  const setDataBytes: number[] = [];
  const { wx } = makeWx({ url, persona: () => persona, online: () => true }, recorded);
  const definitions = new Map<string, Definition>();
  const open: Definition[] = [];
  let app: Definition = {};
  let route = '';

  const context = createContext({
    wx,
    console: { log: () => undefined, info: () => undefined, warn: complain, error: complain },
    // The app's timers must not keep the process that looks at it alive.
    setTimeout: (run: () => void, ms?: number) => setTimeout(run, ms).unref(),
    clearTimeout,
    setInterval: (run: () => void, ms?: number) => setInterval(run, ms).unref(),
    clearInterval,
    App: (definition: Definition) => {
      app = definition;
      (definition.onLaunch as Method | undefined)?.call(definition, { path: '', query: {}, scene: 1001 });
    },
    Page: (definition: Definition) => void definitions.set(route, definition),
    Component: () => undefined,
    Behavior: () => undefined,
    getApp: () => app,
    getCurrentPages: () => open,
  });
  // The language's own, but not in every WeChat engine.
  runInContext('delete globalThis.Intl', context);
  const load = loader(context);
  load(join(DIST, 'app.js'));
  for (route of routesOf()) load(join(DIST, `${route}.js`));

  return {
    pages: [...definitions.keys()],
    errors,
    calls: recorded.calls,
    setDataBytes,
    evaluate: (expression) => runInContext(expression, context) as unknown,
    async show(path, enough) {
      let text = '';
      const setData = (data: object, done?: () => void) => {
        const json = JSON.stringify(data);
        setDataBytes.push(Buffer.byteLength(json));
        text += json;
        done?.();
      };
      const page: Definition = { ...definitions.get(path), route: path, __route__: path, setData };
      open.push(page);
      for (const step of ['onLoad', 'onShow', 'onReady']) (page[step] as Method | undefined)?.call(page, {});
      const end = Date.now() + WAIT_MS;
      while (!enough(text)) {
        if (Date.now() > end) throw new Error(`${path} has only set: ${text.slice(0, 2000)} ${errors.join('\n')}`);
        await new Promise((done) => setTimeout(done, 20));
      }
      return text;
    },
  };
}
