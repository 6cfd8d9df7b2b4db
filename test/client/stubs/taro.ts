import { useEffect, useRef } from 'react';

/*
 * Taro's functions as far as the client uses them: storage in memory, everything else recorded. A test that needs the
 * back end mocks `@backend/transport`.
 */
const storage = new Map<string, string>();

const onScreen = { show: new Set<() => void>(), hide: new Set<() => void>() };
function usePageEvent(event: keyof typeof onScreen, listener: () => void): void {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => {
    const tell = () => latest.current();
    onScreen[event].add(tell);
    return () => void onScreen[event].delete(tell);
  }, [event]);
}
export function useDidShow(listener: () => void): void {
  usePageEvent('show', listener);
  useEffect(listener, []);
}
export const useDidHide = (listener: () => void): void => usePageEvent('hide', listener);
/** For tests: the page in front comes or goes, as with the whole app. */
export const pageEvent = (event: keyof typeof onScreen): void => onScreen[event].forEach((tell) => tell());
export const useLaunch = (listener: () => void): void => useEffect(listener, []);
export const usePullDownRefresh = (_listener: () => void): void => undefined;
let params: Record<string, string> = {};
export const useShareAppMessage = (_card: () => object): void => undefined;
export const useRouter = () => ({ params });

let windowWidth = 390;
const resized = new Set<() => void>();
/** For tests: the window is given another width. */
export function resizeWindow(width: number): void {
  windowWidth = width;
  resized.forEach((tell) => tell());
}

export const usePageNotFound = (_listener: (lost: object) => void): void => undefined;

type Events = Record<string, (value: unknown) => void>;
/** Listeners of every `navigateTo` so far: a browser has one channel for all pages. */
let channel: Events = {};
/** How many pages there are, this one included. */
let depth = 1;
/** For tests: the next page stands above others, the one below opened it with these parameters. */
export function pageAbove(pages: number, pageParams: Record<string, string>): void {
  depth = pages + 1;
  params = pageParams;
}
const openerChannel = { emit: (event: string, value: unknown) => channel[event]?.(value) };

type Watcher = (seen: { id: string; intersectionRatio: number; boundingClientRect: { height: number } }) => void;
const watchers = new Map<string, Watcher>();
/** For tests: an element that is watched comes near the window or leaves it, so high. */
export function scrolled(element: Element, near: boolean, height = 900): void {
  watchers.get(element.classList[0] ?? '')?.({
    id: element.id,
    intersectionRatio: near ? 1 : 0,
    boundingClientRect: { height },
  });
}

const Taro = {
  getWindowInfo: () => ({ windowWidth }),
  onWindowResize: (listener: () => void) => void resized.add(listener),
  getStorageSync: (key: string): unknown => {
    const text = storage.get(key);
    return text === undefined ? '' : (JSON.parse(text) as unknown);
  },
  setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.stringify(value)),
  removeStorageSync: (key: string) => void storage.delete(key),
  getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
  getAppBaseInfo: () => ({}),
  getCurrentInstance: () => ({ router: { params }, page: { getOpenerEventChannel: () => openerChannel } }),
  getCurrentPages: () => Array.from({ length: depth }, () => ({})),
  onNetworkStatusChange: jest.fn(),
  onAppShow: jest.fn(),
  onAppHide: jest.fn(),
  getNetworkType: jest.fn(),
  createIntersectionObserver: () => ({
    relativeToViewport: () => ({
      observe: (selector: string, listener: Watcher) => void watchers.set(selector.split('.').at(-1) ?? '', listener),
    }),
    disconnect: () => undefined,
  }),
  setNavigationBarTitle: jest.fn(() => Promise.resolve()),
  navigateTo: jest.fn(({ events }: { events?: Events }) => {
    channel = { ...channel, ...events };
    return Promise.resolve();
  }),
  navigateBack: jest.fn(() => Promise.resolve()),
  redirectTo: jest.fn(() => Promise.resolve()),
  reLaunch: jest.fn(() => Promise.resolve()),
  switchTab: jest.fn(() => Promise.resolve()),
  stopPullDownRefresh: jest.fn(),
  pageScrollTo: jest.fn(() => Promise.resolve()),
  showModal: jest.fn(() => Promise.resolve({ confirm: true, cancel: false, errMsg: '' })),
  showActionSheet: jest.fn(() => Promise.resolve({ tapIndex: 0, errMsg: '' })),
  setClipboardData: jest.fn(() => Promise.resolve()),
  hideToast: jest.fn(),
  request: jest.fn(() => Promise.reject(new Error('a test must mock the transport'))),
  useRouter,
  useDidShow,
};

/** For tests: an empty phone, opened at a page with these parameters. */
export function resetTaro(pageParams: Record<string, string> = {}): void {
  storage.clear();
  params = pageParams;
  channel = {};
  depth = 1;
}

export default Taro;
