import { useEffect } from 'react';
import { dom, drawn, onKeyDown } from '@/shared/dom';

/*
 * Focus exists in the browser only; in a mini-program none of this is compiled. Pages below stay in the document, so
 * only what is drawn counts.
 */
const LOOK_AGAIN_MS = 50;
const LOOKS = 6;

/**
 * To the pane's title, so that ear and keyboard are where the eye is. A control that has just come is hidden for a
 * moment while it is set up, and what is hidden loses the focus to nothing: hence several looks.
 */
export function focusPane(): void {
  if (process.env.TARO_ENV === 'h5') {
    const [title] = drawn('.sx-pane-head__title');
    title?.setAttribute('tabindex', '-1');
    title?.focus({ preventScroll: true });
    const again = (left: number): void => {
      if (dom().activeElement === dom().body) title?.focus({ preventScroll: true });
      if (left > 0) setTimeout(() => again(left - 1), LOOK_AGAIN_MS);
    };
    again(LOOKS);
  }
}

/** Escape leads from the pane back to the row that it was opened with. */
export function useEscape(active: boolean): void {
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5' && active) {
      return onKeyDown((event) => {
        const within = (event.target as Element | null)?.closest('.sx-beside__pane');
        if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing && within) {
          drawn('.sx-beside__list [aria-current="true"]')[0]?.focus();
        }
      });
    }
    return undefined;
  }, [active]);
}
