import { bringIntoView } from '@/shared/bringIntoView';

/** Room for the label above the line that is marked. */
const ABOVE_PX = 96;

/** Whatever of a field takes the keyboard. */
const controls = 'input, textarea, button, [tabindex="0"]';

/**
 * Brings a field onto the screen by the id of its element. In a browser the keyboard goes with it; in WeChat the field
 * itself asks for that, see useField.
 */
export function bringTo(id: string): void {
  bringIntoView(`#${id}`, { above: ABOVE_PX });
  if (process.env.TARO_ENV !== 'h5') return;
  // eslint-disable-next-line no-restricted-globals -- compiled out of the mini-program
  const field = document.getElementById(id);
  field?.querySelector<HTMLElement>(controls)?.focus({ preventScroll: true });
}
