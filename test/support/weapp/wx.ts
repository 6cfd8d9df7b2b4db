import { request } from 'node:http';

/** What one page asked of `wx`, for assertions. */
export interface Recorded {
  navigations: string[];
  toasts: string[];
  setData: { bytes: number }[];
}

export interface WxOptions {
  /** Base address of the running stack; its gateway stands in for WeChat's `callFunction`. */
  url: string;
  /** Persona whose WeChat identity the mini-program runs under. */
  persona: () => string;
  /** False makes every call fail as WeChat's does without network. */
  online: () => boolean;
}

type Callback = ((value: unknown) => void) | undefined;
interface ApiOptions {
  success?: Callback;
  fail?: Callback;
  complete?: Callback;
  url?: string;
  title?: string;
  key?: string;
  data?: unknown;
}

/** Answers an API's callbacks as WeChat does; returns a promise when there are none. */
function settle(options: ApiOptions | undefined, value: object, failed = false): Promise<object> | undefined {
  const result = { errMsg: failed ? 'fail' : 'ok', ...value };
  if (options?.success || options?.fail || options?.complete) {
    setTimeout(() => {
      (failed ? options.fail : options.success)?.(result);
      options.complete?.(result);
    }, 0);
    return undefined;
  }
  return failed ? Promise.reject(Object.assign(new Error(result.errMsg), result)) : Promise.resolve(result);
}

/** Sends one call to the gateway with Node's own client: jsdom's would refuse the origin. */
function post(url: string, persona: string, body: unknown): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'x-shuxiang-persona': persona };
    const sent = request(`${url}/gateway/call`, { method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve(JSON.parse(text) as Record<string, unknown>));
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}

const device = {
  windowWidth: 390,
  windowHeight: 844,
  screenWidth: 390,
  screenHeight: 844,
  pixelRatio: 3,
  statusBarHeight: 47,
  platform: 'ios',
  system: 'iOS 17.0',
  SDKVersion: '3.5.0',
  version: '8.0.50',
  language: 'zh_CN',
  theme: 'light',
  fontSizeSetting: 16,
  safeArea: { top: 47, bottom: 810, left: 0, right: 390, width: 390, height: 763 },
};

/** The parts of WeChat's `wx` that the mini-program uses, over the real back end. */
export function makeWx(options: WxOptions, recorded: Recorded): Record<string, unknown> {
  const storage = new Map<string, unknown>();
  const navigate = (asked?: ApiOptions) => {
    recorded.navigations.push(asked?.url ?? '');
    return settle(asked, {});
  };
  const cloudCall = async (asked: ApiOptions & { name: string }) => {
    if (!options.online())
      throw Object.assign(new Error('request:fail'), { errMsg: 'cloud.callFunction:fail request:fail' });
    const reply = await post(options.url, options.persona(), { name: asked.name, data: asked.data });
    if ('errCode' in reply) throw Object.assign(new Error(String(reply.errMsg)), reply);
    return reply;
  };
  return {
    getSystemInfoSync: () => device,
    getSystemInfo: (asked?: ApiOptions) => settle(asked, device),
    getWindowInfo: () => device,
    getDeviceInfo: () => device,
    getAppBaseInfo: () => device,
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getMenuButtonBoundingClientRect: () => ({ top: 51, bottom: 83, left: 296, right: 383, width: 87, height: 32 }),
    canIUse: () => true,
    nextTick: (run: () => void) => setTimeout(run, 0),
    createSelectorQuery: () => {
      const query = {
        select: () => query,
        selectAll: () => query,
        in: () => query,
        boundingClientRect: () => query,
        fields: () => query,
        node: () => query,
        exec: (done?: (found: unknown[]) => void) => done?.([]),
      };
      return query;
    },
    cloud: { init: () => undefined, callFunction: cloudCall },
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
    removeStorageSync: (key: string) => void storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10240 }),
    getStorage: (asked: ApiOptions) =>
      settle(asked, { data: storage.get(asked.key ?? '') }, !storage.has(asked.key ?? '')),
    setStorage: (asked: ApiOptions) => (storage.set(asked.key ?? '', asked.data), settle(asked, {})),
    removeStorage: (asked: ApiOptions) => (storage.delete(asked.key ?? ''), settle(asked, {})),
    getNetworkType: (asked?: ApiOptions) => settle(asked, { networkType: options.online() ? 'wifi' : 'none' }),
    onNetworkStatusChange: () => undefined,
    offNetworkStatusChange: () => undefined,
    onThemeChange: () => undefined,
    offThemeChange: () => undefined,
    onAppShow: () => undefined,
    onAppHide: () => undefined,
    onError: () => undefined,
    onUnhandledRejection: () => undefined,
    navigateTo: navigate,
    redirectTo: navigate,
    switchTab: navigate,
    reLaunch: navigate,
    navigateBack: () => navigate({ url: 'back' }),
    setNavigationBarTitle: (asked?: ApiOptions) => settle(asked, {}),
    pageScrollTo: (asked?: ApiOptions) => settle(asked, {}),
    stopPullDownRefresh: (asked?: ApiOptions) => settle(asked, {}),
    showToast: (asked?: ApiOptions) => (recorded.toasts.push(asked?.title ?? ''), settle(asked, {})),
    hideToast: (asked?: ApiOptions) => settle(asked, {}),
    showModal: (asked?: ApiOptions) => settle(asked, { confirm: true, cancel: false }),
    vibrateShort: (asked?: ApiOptions) => settle(asked, {}),
    setClipboardData: (asked?: ApiOptions) => settle(asked, {}),
  };
}
