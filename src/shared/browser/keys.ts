/** Elements that a browser presses by itself. */
const NATIVE = 'input, textarea, select, button, a[href]';
/** Wholes of which the arrows lead from one part to the next. */
const WHOLES = '[role="radiogroup"], [role="tablist"], [role="grid"]';
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** What is focused, if it is one of our own controls. */
function control(event: KeyboardEvent): HTMLElement | null {
  const { target } = event;
  return target instanceof HTMLElement && target.matches('[role][tabindex="0"]') && !target.matches(NATIVE)
    ? target
    : null;
}

function step(from: HTMLElement, by: number): boolean {
  const whole = from.closest(WHOLES);
  if (!whole) return false;
  const parts = [...whole.querySelectorAll<HTMLElement>('[role][tabindex="0"]')];
  parts[parts.indexOf(from) + by]?.focus();
  return true;
}

function onKey(event: KeyboardEvent): void {
  const focused = control(event);
  if (!focused || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === 'Enter' || event.key === ' ') {
    // Kept down, it must not log the same book again and again; nor may the page scroll.
    event.preventDefault();
    if (!event.repeat) focused.click();
    return;
  }
  const by = STEPS[event.key];
  if (by !== undefined && step(focused, by)) event.preventDefault();
}

/** Enter and Space press what is focused; arrows go from choice to choice and from day to day. */
export function watchKeys(): void {
  document.addEventListener('keydown', onKey);
}
