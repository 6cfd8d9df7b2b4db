import { drawn } from '@/shared/dom';
import { dialogKinds, isOpen, type DialogKind } from './dialog-kinds';

interface Open {
  kind: DialogKind;
  whole: HTMLElement;
  /** What had the focus before. */
  opener: Element | null;
  /** What the dialog keeps from being reached. */
  behind: HTMLElement[];
}

let open: Open | null = null;

function describe({ kind, whole }: Pick<Open, 'kind' | 'whole'>): void {
  const box = kind.box(whole);
  box?.setAttribute('role', 'dialog');
  box?.setAttribute('aria-modal', 'true');
  box?.setAttribute('aria-label', kind.name(whole));
  for (const control of kind.controls(whole)) {
    control.tabIndex = 0;
    control.setAttribute('role', 'button');
  }
}

function enter(kind: DialogKind, whole: HTMLElement): void {
  const opener = document.activeElement;
  const behind = [...document.body.children].filter(
    (element): element is HTMLElement => element instanceof HTMLElement && element !== whole && !element.inert,
  );
  for (const element of behind) element.inert = true;
  // It stands outside of every page, so the size of text that was chosen must be brought to it.
  const [page] = drawn('.sx-type');
  if (page) whole.style.setProperty('--type', getComputedStyle(page).getPropertyValue('--type'));
  open = { kind, whole, opener, behind };
  describe(open);
  kind.controls(whole)[0]?.focus({ preventScroll: true });
}

function leave({ behind, opener, whole }: Open): void {
  for (const element of behind) element.inert = false;
  open = null;
  const nowhere = document.activeElement === document.body || whole.contains(document.activeElement);
  if (nowhere && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
}

function onChange(kind: DialogKind, whole: HTMLElement): void {
  if (open?.whole === whole) {
    if (!whole.isConnected || !isOpen(whole)) leave(open);
    else describe(open);
  } else if (whole.isConnected && isOpen(whole)) {
    if (open) leave(open);
    enter(kind, whole);
  }
}

function onKey(event: KeyboardEvent): void {
  if (!open) return;
  const { kind, whole } = open;
  const controls = kind.controls(whole);
  const at = controls.findIndex((control) => control === document.activeElement);
  if (event.key === 'Escape') kind.cancel(whole)?.click();
  else if (event.key === 'Tab') {
    const to = at < 0 ? 0 : (at + (event.shiftKey ? -1 : 1) + controls.length) % controls.length;
    controls[to]?.focus();
  } else return;
  event.preventDefault();
  // What lies behind must not take the same key for its own.
  event.stopPropagation();
}

/**
 * Taro's question and action sheet become dialogs: told as such, closed by Esc, with the focus kept in them and
 * given back. They are found where they are put, since nobody says when one opens.
 */
export function watchDialogs(): void {
  const { body } = document;
  const known = new WeakSet<HTMLElement>();
  const meet = (element: Element): void => {
    const kind = dialogKinds.find(({ selector }) => element.matches(selector));
    if (!kind || !(element instanceof HTMLElement) || known.has(element)) return;
    known.add(element);
    const changes = new MutationObserver(() => onChange(kind, element));
    changes.observe(element, { attributes: true, subtree: true, attributeFilter: ['style', 'class'] });
    onChange(kind, element);
  };
  new MutationObserver(() => {
    if (open && !open.whole.isConnected) leave(open);
    [...body.children].forEach(meet);
  }).observe(body, { childList: true });
  [...body.children].forEach(meet);
  document.addEventListener('keydown', onKey, true);
}
