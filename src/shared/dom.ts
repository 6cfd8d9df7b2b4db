/*
 * The document of the browser preview. Other modules reach it within `if (process.env.TARO_ENV === 'h5')` only (not after
 * an early return, which the build does not see through), so that the mini-program, which has none, carries none of it.
 */

export const dom = (): Document => document;

/** What matches and can be seen, in the document's order: pages below the one on top stay in the document undrawn. */
export const drawn = (selector: string): HTMLElement[] =>
  Array.from(document.querySelectorAll<HTMLElement>(selector)).filter((node) => node.getClientRects().length > 0);

/** Hears keys on their way down, since Taro's fields let none come up again; gives the end of it. */
export function onKeyDown(listener: (event: KeyboardEvent) => void): () => void {
  document.addEventListener('keydown', listener, true);
  return () => document.removeEventListener('keydown', listener, true);
}
