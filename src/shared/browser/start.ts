/** What the browser build has besides; WeChat has none of it. A build for H5 takes start.h5.ts in place of this file. */
export function startBrowser(): void {}
