import { bringIntoView } from '@/shared/bringIntoView';
import { dom } from '@/shared/dom';

/** Room for the label above the line that is marked. */
const ABOVE_PX = 96;

/** Whatever of a field takes the keyboard. */
const controls = 'input, textarea, button, [tabindex="0"]';

/** A field that has just been unfolded draws what takes the keyboard a moment later, hidden at first: hence several looks. */
const LOOK_AGAIN_MS = 50;
const LOOKS = 6;

function focusIn(id: string, looks: number): void {
  const field = dom().getElementById(id);
  field?.querySelector<HTMLElement>(controls)?.focus({ preventScroll: true });
  const there = field === null || field.contains(dom().activeElement);
  if (!there && looks > 1) setTimeout(() => focusIn(id, looks - 1), LOOK_AGAIN_MS);
}

/**
 * Brings a field onto the screen by the id of its element. In a browser the keyboard goes with it; in WeChat the field
 * itself asks for that, see useField.
 */
export function bringTo(id: string): void {
  bringIntoView(`#${id}`, { above: ABOVE_PX });
  if (process.env.TARO_ENV === 'h5') focusIn(id, LOOKS);
}
