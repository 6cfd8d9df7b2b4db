import { join, resolve } from 'node:path';
import { makeWx, type Recorded, type WxOptions } from './wx';

/** The mini-program's built package, as WeChat would load it. */
export const DIST = resolve(__dirname, '../../../dist/weapp');

interface Simulated {
  dom: HTMLElement;
  attach(parent: HTMLElement): void;
  detach(): void;
}
interface Simulate {
  load(path: string, tag: string, options: object): string;
  render(id: string, properties?: object): Simulated;
}
/** One node of exparser, WeChat's component engine, as j-component exposes it on the DOM. */
interface Exparser {
  Event: {
    create(type: string, detail: object, options: object): unknown;
    dispatchEvent(target: unknown, event: unknown): void;
  };
}

const pages: object[] = [];

/** Turns WeChat's `Page({...})` into the component that miniprogram-simulate can render. */
function pageAsComponent(options: Record<string, unknown>, recorded: Recorded, query: () => object) {
  const methods = Object.fromEntries(Object.entries(options).filter(([, value]) => typeof value === 'function'));
  const fields = Object.fromEntries(Object.entries(options).filter(([, value]) => typeof value !== 'function'));
  const define = (global as unknown as { Component: (definition: object) => void }).Component;
  define({
    data: options.data,
    options: { classPrefix: '' },
    methods,
    created(this: Record<string, unknown>) {
      Object.assign(this, fields);
      this.route = this.__route__ = this.is = String((options as { path?: string }).path ?? '');
      const original = (this.setData as (data: object, done?: () => void) => void).bind(this);
      this.setData = (data: object, done?: () => void) => {
        recorded.setData.push({ bytes: Buffer.byteLength(JSON.stringify(data)) });
        original(data, done);
      };
    },
    attached(this: Record<string, (value?: unknown) => void>) {
      pages.push(this);
      this.onLoad?.(query());
      this.onShow?.();
    },
    ready(this: Record<string, () => void>) {
      this.onReady?.();
    },
    detached(this: Record<string, () => void>) {
      this.onUnload?.();
      pages.splice(pages.indexOf(this), 1);
    },
  });
}

/** A rendered page and what a person can do with it. */
export class OpenPage {
  constructor(
    private readonly page: Simulated,
    private readonly exparser: Exparser,
  ) {}

  /** All text on the page, white space folded. */
  get text(): string {
    return (this.page.dom.textContent ?? '').replace(/\s+/g, ' ');
  }

  /** Elements with this class; nodes deep in the tree carry WeChat's `comp--` prefix. */
  all(className: string): HTMLElement[] {
    const nodes = [...this.page.dom.querySelectorAll<HTMLElement>('*')];
    return nodes.filter((node) =>
      [...node.classList].some((name) => name === className || name === `comp--${className}`),
    );
  }

  /** The innermost element that shows exactly this text. */
  byText(label: string): HTMLElement {
    const nodes = [...this.page.dom.querySelectorAll<HTMLElement>('*')];
    const found = nodes.filter((node) => (node.textContent ?? '').trim() === label).pop();
    if (!found) throw new Error(`no element shows “${label}”; the page shows: ${this.text.slice(0, 400)}`);
    return found;
  }

  dispatch(target: HTMLElement, type: string, detail: object = {}): void {
    const event = this.exparser.Event.create(type, detail, {
      bubbles: true,
      capturePhase: true,
      composed: true,
      originalEvent: {},
      extraFields: {},
    });
    this.exparser.Event.dispatchEvent((target as unknown as { __wxElement: unknown }).__wxElement, event);
  }

  tap(label: string): void {
    this.dispatch(this.byText(label), 'tap');
  }

  /** Waits until the condition holds, for at most `ms` milliseconds; the error shows what the page showed. */
  async until(holds: () => boolean, ms = 8000): Promise<void> {
    const end = Date.now() + ms;
    while (!holds()) {
      if (Date.now() > end) throw new Error(`not so after ${ms} ms; the page shows: ${this.text.slice(0, 600)}`);
      await new Promise((done) => setTimeout(done, 20));
    }
  }

  close(): void {
    this.page.detach();
  }
}

export interface WeappOptions extends WxOptions {
  recorded: Recorded;
}

/** Boots the built app once and opens its pages. One per test file: webpack runs a page's module only once. */
export function bootWeapp(options: WeappOptions) {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- it defines globals that app.js needs, so order matters
  const simulate = require('miniprogram-simulate') as Simulate;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- j-component's own engine, the one that renders
  const exparser = require('miniprogram-exparser') as Exparser;
  const world = global as unknown as Record<string, unknown>;
  let query: object = {};
  let app: Record<string, unknown> = {};
  world.wx = Object.assign((world.wx as object | undefined) ?? {}, makeWx(options, options.recorded));
  world.App = (definition: Record<string, unknown>) => {
    app = definition;
    (definition.onLaunch as ((launch: object) => void) | undefined)?.({ path: '', query: {}, scene: 1001 });
  };
  world.getApp = () => app;
  world.getCurrentPages = () => pages;
  world.Page = (definition: Record<string, unknown>) => pageAsComponent(definition, options.recorded, () => query);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the built app reads the globals made above
  require(join(DIST, 'app.js'));
  const loaded = new Map<string, string>();

  return {
    open(route: string, parameters: object = {}): OpenPage {
      query = parameters;
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
      return new OpenPage(page, exparser);
    },
  };
}
