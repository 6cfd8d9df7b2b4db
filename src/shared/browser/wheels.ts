/** The height of one line of Taro's wheels, and of the window that shows seven of them at the foot of the screen. */
const LINE = 34;
const WINDOW = LINE * 7;
/** Where the chosen line stands within the window. */
const TOP = LINE * 3;

/** What the wheels turn, by how many there are. */
const names: Record<number, readonly string[]> = { 2: ['时', '分'], 3: ['年', '月', '日'] };

export const isWheel = (element: Element): boolean => element.matches('.weui-picker__group');

/** Tells what a wheel of a picker is for and what it stands at. */
export function describeWheel(wheel: HTMLElement): void {
  const wheels = [...(wheel.parentElement?.children ?? [])].filter(isWheel);
  const content = wheel.querySelector<HTMLElement>('.weui-picker__content');
  const y = Number(/translate3d\(0(?:px)?, (-?[\d.]+)px/.exec(content?.style.transform ?? '')?.[1] ?? TOP);
  const at = Math.round((TOP - y) / LINE);
  const set = (name: string, value: string) => {
    if (wheel.getAttribute(name) !== value) wheel.setAttribute(name, value);
  };
  set('role', 'spinbutton');
  set('aria-label', names[wheels.length]?.[wheels.indexOf(wheel)] ?? '选项');
  set('aria-valuenow', String(at));
  set('aria-valuetext', content?.children[at]?.textContent ?? '');
}

/** Turns a wheel by one line: Taro takes a press on the neighbouring line for that. */
export function turnWheel(wheel: HTMLElement, by: 1 | -1): void {
  const clientY = window.innerHeight - WINDOW / 2 + by * LINE;
  wheel.dispatchEvent(new MouseEvent('mousedown', { clientY }));
  wheel.dispatchEvent(new MouseEvent('mouseup', { clientY }));
}
