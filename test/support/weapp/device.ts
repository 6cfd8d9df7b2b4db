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
const launch = { path: '', query: {}, scene: 1001 };
const ignore = () => undefined;

/** A question about the layout, which does not exist here: nothing is ever found. */
function selectorQuery() {
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
}

/** What `wx` says of the phone and of the launch. The same for every test. */
export const deviceApis = {
  getSystemInfoSync: () => device,
  getSystemInfo: (asked?: { success?: (value: object) => void }) => asked?.success?.(device),
  getWindowInfo: () => device,
  getDeviceInfo: () => device,
  getAppBaseInfo: () => device,
  getLaunchOptionsSync: () => launch,
  getEnterOptionsSync: () => launch,
  getMenuButtonBoundingClientRect: () => ({ top: 51, bottom: 83, left: 296, right: 383, width: 87, height: 32 }),
  canIUse: () => true,
  nextTick: (run: () => void) => setTimeout(run, 0),
  createSelectorQuery: selectorQuery,
  onThemeChange: ignore,
  offThemeChange: ignore,
  onWindowResize: ignore,
  offWindowResize: ignore,
  onAppShow: ignore,
  onAppHide: ignore,
  onError: ignore,
  onUnhandledRejection: ignore,
};
