import Taro from '@tarojs/taro';

/** Room for the label above the line that is marked. */
const ABOVE_PX = -96;

/** Whatever of a field takes the keyboard. */
const controls = 'input, textarea, button, [tabindex="0"]';

/**
 * Brings a field onto the screen by the id of its element. In a browser the keyboard goes with it; in WeChat the field
 * itself asks for that, see useField.
 */
export function bringTo(id: string): void {
  if (process.env.TARO_ENV === 'h5') {
    // eslint-disable-next-line no-restricted-globals -- compiled out of the mini-program
    const field = document.getElementById(id);
    field?.scrollIntoView({ block: 'center' });
    field?.querySelector<HTMLElement>(controls)?.focus({ preventScroll: true });
    return;
  }
  Taro.pageScrollTo({ selector: `#${id}`, offsetTop: ABOVE_PX, duration: 200 }).catch(() => undefined);
}
