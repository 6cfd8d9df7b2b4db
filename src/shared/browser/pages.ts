import Taro from '@tarojs/taro';
import { describeTabs } from './tabs';

/** What had the focus last on each page. */
const last = new WeakMap<Element, HTMLElement>();
let depth = 0;

/** The pages of the stack as elements, the one on top last. */
function stack(): HTMLElement[] {
  // Taro's types leave out the path, which is the id of the page's element.
  const pages = Taro.getCurrentPages() as readonly (Taro.Page & { path?: string })[];
  return pages.map(({ path }) => document.getElementById(String(path))).filter((page) => page !== null);
}

/** The heading of a page; a page that has none yet is taken as a whole. */
function opening(page: HTMLElement): HTMLElement {
  const heading = page.querySelector<HTMLElement>('[role="heading"][tabindex]');
  if (heading) return heading;
  page.tabIndex = -1;
  return page;
}

/** Taro's elements move to their places a moment after they are drawn, and lose the focus by that; frames to wait for it. */
const FRAMES = 20;

function focusOn(find: () => HTMLElement, frames = FRAMES): void {
  if (document.activeElement === document.body) find().focus({ preventScroll: true });
  if (frames > 0) requestAnimationFrame(() => focusOn(find, frames - 1));
}

/** Only the page on top can be reached. Forward, its heading takes the focus; back, what had it when the page was left. */
function settle(): void {
  const pages = stack();
  const top = pages[pages.length - 1];
  if (!top) return;
  for (const page of document.querySelectorAll<HTMLElement>('.taro_page')) page.inert = page !== top;
  describeTabs();
  const before = depth;
  depth = pages.length;
  // The first page of all begins as a document does; a page that put the focus itself keeps it.
  if (before === 0 || top.contains(document.activeElement)) return;
  const back = depth < before ? last.get(top) : undefined;
  (document.activeElement as HTMLElement | null)?.blur();
  focusOn(() => (back?.isConnected ? back : opening(top)));
}

/** Follows Taro's router, which leaves the focus on pages that nobody sees. */
export function watchPages(): void {
  document.addEventListener('focusin', ({ target }) => {
    const page = target instanceof HTMLElement ? target.closest('.taro_page') : null;
    if (page) last.set(page, target as HTMLElement);
  });
  Taro.eventCenter.on('__afterTaroRouterChange', settle);
  // The first page may have been there before.
  settle();
}
