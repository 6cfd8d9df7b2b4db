/** How to handle one kind of Taro's dialogs, which are plain elements at the end of the document. */
export interface DialogKind {
  /** The element that Taro shows and hides, mask and all. */
  selector: string;
  /** What is read out as the dialog. */
  box: (whole: HTMLElement) => HTMLElement | null;
  name: (whole: HTMLElement) => string;
  /** What can be focused, the first of them when it opens. */
  controls: (whole: HTMLElement) => HTMLElement[];
  /** What Esc presses. */
  cancel: (whole: HTMLElement) => HTMLElement | null;
}

const all = (whole: HTMLElement, selector: string) => [...whole.querySelectorAll<HTMLElement>(selector)];
const one = (whole: HTMLElement, selector: string) => whole.querySelector<HTMLElement>(selector);
/** The last child, of which Taro's action sheet is made: the sheet, and in it 取消. */
const last = (whole: Element | null) => whole?.lastElementChild as HTMLElement | null;
const isShown = ({ style }: HTMLElement) => style.display !== 'none';

export const dialogKinds: readonly DialogKind[] = [
  {
    selector: '.taro__modal',
    box: (whole) => one(whole, '.taro-modal__content'),
    name: (whole) =>
      all(whole, '.taro-modal__title, .taro-modal__text')
        .map(({ textContent }) => textContent)
        .filter(Boolean)
        .join('。'),
    controls: (whole) => all(whole, '.taro-model__btn').filter(isShown),
    cancel: (whole) => all(whole, '.taro-model__btn').filter(isShown)[0] ?? null,
  },
  {
    selector: '.taro__actionSheet',
    box: (whole) => last(whole),
    name: () => '请选择',
    controls: (whole) =>
      [...all(whole, '[data-tap-index]').filter(isShown), last(last(whole))].filter((el) => el !== null),
    cancel: (whole) => last(last(whole)),
  },
];

/** Whether a dialog is to be seen and not on its way out. */
export const isOpen = (whole: HTMLElement): boolean => isShown(whole) && whole.style.opacity !== '0';
