/** Elements that a browser presses by itself. */
const NATIVE = 'input, textarea, select, button, a[href]';
/** Wholes of which the arrows lead from one part to the next. */
const WHOLES = '[role="radiogroup"], [role="tablist"], [role="grid"]';
const PART = '[role][tabindex="0"]';
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** What is focused, if it is one of our own controls. */
function control(event: KeyboardEvent): HTMLElement | null {
  const { target } = event;
  return target instanceof HTMLElement && target.matches(PART) && !target.matches(NATIVE) ? target : null;
}

/** The same place in the next row of a grid, which may be empty there. */
function acrossRows(from: HTMLElement, by: number): Element | undefined {
  const row = from.closest('[role="row"]');
  const next = by > 0 ? row?.nextElementSibling : row?.previousElementSibling;
  return next?.children[[...(from.parentElement?.children ?? [])].indexOf(from)];
}

/** Moves the focus within a whole; whether there was one. */
function step(from: HTMLElement, key: string): boolean {
  const whole = from.closest(WHOLES);
  const by = STEPS[key];
  if (!whole || by === undefined) return false;
  const parts = [...whole.querySelectorAll<HTMLElement>(PART)];
  const vertical = key === 'ArrowUp' || key === 'ArrowDown';
  const to = from.matches('[role="gridcell"]') && vertical ? acrossRows(from, by) : parts[parts.indexOf(from) + by];
  if (to instanceof HTMLElement && to.matches(PART)) to.focus();
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
  if (step(focused, event.key)) event.preventDefault();
}

/** Enter and Space press what is focused; arrows go from choice to choice and from day to day. */
export function watchKeys(): void {
  document.addEventListener('keydown', onKey);
}
