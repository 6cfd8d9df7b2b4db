import { join, resolve } from 'node:path';
import { OpenPage, type Exparser, type Simulated } from './page';
import { makeWx, type Recorded, type WxEvents, type WxOptions } from './wx';

/** The mini-program's built package, as WeChat would load it. */
export const DIST = resolve(__dirname, '../../../dist/weapp');

interface Simulate {
  load(path: string, tag: string, options: object): string;
  render(id: string, properties?: object): Simulated;
}
type Native = Record<string, unknown>;
type Method = (value?: unknown) => void;

export interface WeappOptions extends WxOptions {
  recorded: Recorded;
}

export interface Weapp extends WxEvents {
  open(route: string, parameters?: Record<string, string>): OpenPage;
}

/** Open pages, the newest last, as `getCurrentPages` gives them. */
const pages: object[] = [];
/** Sizes of each page's setData calls, JSON bytes. */
const updates = new WeakMap<object, number[]>();

/** What a page is made of besides WeChat's own fields. */
function definitionOf(options: Native, route: string, query: () => object) {
  const isMethod = ([, value]: [string, unknown]) => typeof value === 'function';
  const methods = Object.fromEntries(Object.entries(options).filter(isMethod));
  const fields = Object.fromEntries(Object.entries(options).filter((entry) => !isMethod(entry)));
  return {
    data: options.data,
    options: { classPrefix: '' },
    methods,
    created(this: Native) {
      Object.assign(this, fields);
      this.route = this.__route__ = this.is = route;
      const original = (this.setData as (data: object, done?: () => void) => void).bind(this);
      const sizes: number[] = [];
      updates.set(this, sizes);
      this.setData = (data: object, done?: () => void) => {
        sizes.push(Buffer.byteLength(JSON.stringify(data)));
        original(data, done);
      };
    },
    attached(this: Record<string, Method>) {
      pages.push(this);
      this.onLoad?.(query());
      this.onShow?.();
    },
    ready(this: Record<string, Method>) {
      this.onReady?.();
    },
    detached(this: Record<string, Method>) {
      this.onUnload?.();
      pages.splice(pages.indexOf(this), 1);
    },
  };
}

/** Boots the built app. Once more in the same test is a new launch: nothing but `options.storage` is left of the old. */
export function bootWeapp(options: WeappOptions): Weapp {
  const world = globalThis as unknown as Native;
  jest.resetModules();
  delete world.wx;
  /* eslint-disable @typescript-eslint/no-require-imports -- they define and read globals, so their order matters */
  const simulate = require('miniprogram-simulate') as Simulate;
  const exparser = require('miniprogram-exparser') as Exparser;
  const { wx, events } = makeWx(options, options.recorded);
  let app: Native = {};
  let opening = { route: '', query: {} };

  world.wx = Object.assign((world.wx as object | undefined) ?? {}, wx);
  world.App = (definition: Native) => {
    app = definition;
    (definition.onLaunch as Method | undefined)?.({ path: '', query: {}, scene: 1001 });
  };
  world.getApp = () => app;
  world.getCurrentPages = () => pages;
  world.Page = (definition: Native) => {
    const define = world.Component as (component: object) => void;
    define(definitionOf(definition, opening.route, () => opening.query));
  };
  require(join(DIST, 'app.js'));
  /* eslint-enable @typescript-eslint/no-require-imports */

  const loaded = new Map<string, string>();
  return {
    ...events,
    open(route, query = {}) {
      opening = { route, query };
      const id =
        loaded.get(route) ??
        simulate.load(join(DIST, route), 'page', {
          rootPath: DIST,
          compiler: 'official',
          compilerOptions: { maxBuffer: 64 * 1024 * 1024 },
        });
      loaded.set(route, id);
      const page = simulate.render(id);
      page.attach(document.body);
      const instance = pages.at(-1) ?? page;
      return new OpenPage(page, exparser, updates.get(instance) ?? [], instance);
    },
  };
}
