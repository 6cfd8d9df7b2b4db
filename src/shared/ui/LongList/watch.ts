import Taro from '@tarojs/taro';
import { dom } from '@/shared/dom';
import type { Sighting } from './chunks';

/** How far beyond the window rows are drawn ahead, pixels: a flick of the thumb. */
const AHEAD_PX = 600;

/** Chunks bear the list's class and have its name and their place as id. */
const placeOf = (name: string, id: string): number => Number(id.slice(name.length + 1));

/** What is watched answers at once where any of it is near; silence means that nothing will be told. */
const SILENCE_MS = 2000;

/**
 * Tells which of so many chunks of a list are near the window, until the function it gives is called. A browser is asked
 * for their places whenever anything scrolls, the page or a pane; WeChat, where a pane's scrolling is not heard, watches
 * by itself.
 */
export function watchChunks(name: string, chunks: number, tell: (sightings: Sighting[]) => void): () => void {
  if (process.env.TARO_ENV === 'h5') return watchScrolling(name, tell);
  // A WeChat that does not tell gets the whole list: slow, but nothing is missing from it.
  const silence = setTimeout(
    () => tell(Array.from({ length: chunks }, (_, at) => ({ at, near: true, height: 0 }))),
    SILENCE_MS,
  );
  const observer = Taro.createIntersectionObserver(Taro.getCurrentInstance().page ?? {}, { observeAll: true });
  // Deep in a page Taro nests its nodes in components of its own, which a plain selector does not look into.
  const inPage = `.sx-page >>> .${name}`;
  observer.relativeToViewport({ top: AHEAD_PX, bottom: AHEAD_PX }).observe(inPage, (seen) => {
    clearTimeout(silence);
    // The id is missing from Taro's types.
    const { id, intersectionRatio: part = 0, boundingClientRect } = seen as typeof seen & { id: string };
    tell([{ at: placeOf(name, id), near: part > 0, height: boundingClientRect?.height ?? 0 }]);
  });
  return () => {
    clearTimeout(silence);
    observer.disconnect();
  };
}

function watchScrolling(name: string, tell: (sightings: Sighting[]) => void): () => void {
  if (process.env.TARO_ENV === 'h5') {
    let asked = 0;
    const look = (): void => {
      asked = 0;
      const inner = dom().documentElement.clientHeight;
      const sightings = Array.from(dom().getElementsByClassName(name), (chunk) => {
        const { top, bottom, height } = chunk.getBoundingClientRect();
        const near = bottom > -AHEAD_PX && top < inner + AHEAD_PX;
        return { at: placeOf(name, chunk.id), near, height };
      });
      // Below another page nothing is laid out, and nothing was scrolled.
      if (sightings.some(({ height }) => height > 0)) tell(sightings);
    };
    const ask = (): void => {
      asked ||= requestAnimationFrame(look);
    };
    look();
    dom().addEventListener('scroll', ask, { capture: true, passive: true });
    dom().defaultView?.addEventListener('resize', ask);
    return () => {
      cancelAnimationFrame(asked);
      dom().removeEventListener('scroll', ask, { capture: true });
      dom().defaultView?.removeEventListener('resize', ask);
    };
  }
  return () => undefined;
}
