/*
 * For every screen that a test draws: who speaks to the phone says what he sees, so a control's name contains the words
 * that are seen on it (WCAG 2.5.3, label in name).
 */
const CONTROLS =
  'button, [role="button"], [role="link"], [role="tab"], [role="radio"], [role="checkbox"], [role="gridcell"]';

/** Without what only sets words apart. */
const bare = (text: string) => text.replace(/[\s\p{P}]/gu, '');

/** The words within an element, each run of its own; a picture of words is seen though it is hidden from the ear. */
function wordsOf(element: Element): string[] {
  return [...element.childNodes].flatMap((node) => {
    if (node instanceof Element) return wordsOf(node);
    const words = bare(node.textContent ?? '');
    return words ? [words] : [];
  });
}

afterEach(() => {
  if (typeof document === 'undefined') return;
  const unspoken = [...document.querySelectorAll(CONTROLS)].flatMap((control) => {
    const name = control.getAttribute('aria-label');
    return name === null
      ? []
      : wordsOf(control)
          .filter((words) => !bare(name).includes(words))
          .map((words) => `“${name}” lacks “${words}”`);
  });
  expect(unspoken).toEqual([]);
});
