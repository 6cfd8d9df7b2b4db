import { callFunction } from '../gateway';
import { deviceApis } from './device';

/** What the mini-program asked of `wx`, for assertions. */
export interface Recorded {
  navigations: string[];
  toasts: string[];
  /** Actions that reached the back end. */
  calls: string[];
}

export const nothingRecorded = (): Recorded => ({ navigations: [], toasts: [], calls: [] });

export interface WxOptions {
  /** Base address of the running stack; its gateway stands in for WeChat's `callFunction`. */
  url: string;
  /** Persona whose WeChat identity the mini-program runs under. */
  persona: () => string;
  /** False makes every call fail as WeChat's does without network. */
  online: () => boolean;
  /** The phone's storage, JSON by key; hand one over to start with what an earlier launch left. */
  storage?: Map<string, string>;
}

/** WeChat's events that a test makes happen. */
export interface WxEvents {
  /** The phone says that the network came or went. */
  network(isConnected: boolean): void;
  /** The app is killed: it stores nothing any more, and no answer reaches it. */
  kill(): void;
}

type Callback = ((value: unknown) => void) | undefined;
interface Asked {
  success?: Callback;
  fail?: Callback;
  complete?: Callback;
  url?: string;
  title?: string;
  key?: string;
  data?: unknown;
}
type Api = (asked?: Asked) => unknown;

/** Answers an API's callbacks as WeChat does; returns a promise when there are none. */
function settle(asked: Asked | undefined, value: object, failed = false): Promise<object> | undefined {
  const result = { errMsg: failed ? 'fail' : 'ok', ...value };
  if (asked?.success || asked?.fail || asked?.complete) {
    setTimeout(() => {
      (failed ? asked.fail : asked.success)?.(result);
      asked.complete?.(result);
    }, 0);
    return undefined;
  }
  return failed ? Promise.reject(Object.assign(new Error(result.errMsg), result)) : Promise.resolve(result);
}

const answers =
  (value: object = {}): Api =>
  (asked) =>
    settle(asked, value);

function storageApis(storage: Map<string, string>, isAlive: () => boolean) {
  // WeChat keeps a copy, not the object itself.
  const put = (key: string, value: unknown) => {
    if (isAlive()) storage.set(key, JSON.stringify(value) ?? '""');
  };
  const get = (key: string): unknown => JSON.parse(storage.get(key) ?? '""');
  return {
    getStorageSync: get,
    setStorageSync: put,
    removeStorageSync: (key: string) => void storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10240 }),
    getStorage: ((asked) =>
      settle(asked, { data: get(asked?.key ?? '') }, !storage.has(asked?.key ?? ''))) satisfies Api,
    setStorage: ((asked) => (put(asked?.key ?? '', asked?.data), settle(asked, {}))) satisfies Api,
    removeStorage: ((asked) => (storage.delete(asked?.key ?? ''), settle(asked, {}))) satisfies Api,
  };
}

/** The parts of WeChat's `wx` that the mini-program uses, over the real back end. */
export function makeWx(options: WxOptions, recorded: Recorded): { wx: Record<string, unknown>; events: WxEvents } {
  const networkListeners = new Set<(status: { isConnected: boolean; networkType: string }) => void>();
  let alive = true;
  const navigate: Api = (asked) => {
    recorded.navigations.push(asked?.url ?? 'back');
    return settle(asked, {});
  };
  const call = async (asked: Asked & { name: string }) => {
    if (!alive) return new Promise<never>(() => undefined);
    if (!options.online()) {
      throw Object.assign(new Error('request:fail'), { errCode: -1, errMsg: 'cloud.callFunction:fail request:fail' });
    }
    recorded.calls.push(String((asked.data as { action?: unknown } | undefined)?.action));
    const reply = await callFunction(options.url, options.persona(), asked.name, asked.data);
    if ('errCode' in reply) throw Object.assign(new Error(String(reply.errMsg)), reply);
    return reply;
  };
  const wx = {
    ...deviceApis,
    ...storageApis(options.storage ?? new Map<string, string>(), () => alive),
    cloud: { init: () => undefined, callFunction: call },
    getNetworkType: ((asked) => settle(asked, { networkType: options.online() ? 'wifi' : 'none' })) satisfies Api,
    onNetworkStatusChange: (listener: Parameters<typeof networkListeners.add>[0]) =>
      void networkListeners.add(listener),
    offNetworkStatusChange: (listener: Parameters<typeof networkListeners.add>[0]) =>
      void networkListeners.delete(listener),
    navigateTo: navigate,
    redirectTo: navigate,
    switchTab: navigate,
    reLaunch: navigate,
    navigateBack: navigate,
    showToast: ((asked) => (recorded.toasts.push(asked?.title ?? ''), settle(asked, {}))) satisfies Api,
    hideToast: answers(),
    showShareMenu: answers(),
    hideShareMenu: answers(),
    setNavigationBarTitle: answers(),
    pageScrollTo: answers(),
    stopPullDownRefresh: answers(),
    showModal: answers({ confirm: true, cancel: false }),
    vibrateShort: answers(),
    setClipboardData: answers(),
  };
  const events: WxEvents = {
    kill: () => {
      alive = false;
    },
    network: (isConnected) => {
      for (const listener of networkListeners) listener({ isConnected, networkType: isConnected ? 'wifi' : 'none' });
    },
  };
  return { wx, events };
}
