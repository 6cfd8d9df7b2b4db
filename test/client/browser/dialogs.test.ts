import { watchDialogs } from '@/shared/browser/dialogs';
import { watchKeys } from '@/shared/browser/keys';

/*
 * Taro's dialogs as it puts them at the end of the document (@tarojs/taro-h5, api/ui/interaction), beside a page.
 */
document.body.innerHTML = '<div id="container"><div role="button" tabindex="0" id="opener">移出书架</div></div>';
const at = (selector: string) => document.querySelector<HTMLElement>(selector) as HTMLElement;
const soon = () => new Promise((done) => setTimeout(done));
const key = (name: string, init: KeyboardEventInit = {}) => {
  const pressed = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...init });
  (document.activeElement ?? document.body).dispatchEvent(pressed);
  return pressed;
};

const pressed: string[] = [];
/** A question, hidden at once by either answer as Taro does it. */
function ask(): void {
  document.querySelector('.taro__modal')?.remove();
  const whole = document.createElement('div');
  whole.className = 'taro__modal';
  whole.innerHTML = `
    <div class="taro-modal__mask"></div>
    <div class="taro-modal__content">
      <div class="taro-modal__title">取消报名？</div><div class="taro-modal__text">名额会让给候补的人</div>
      <div class="taro-modal__foot">
        <div class="taro-model__btn taro-model__cancel">再想想</div>
        <div class="taro-model__btn taro-model__confirm">取消报名</div>
      </div>
    </div>`;
  for (const button of whole.querySelectorAll<HTMLElement>('.taro-model__btn')) {
    button.onclick = () => {
      pressed.push(button.textContent);
      whole.style.opacity = '0';
    };
  }
  document.body.append(whole);
}

watchKeys();
watchDialogs();
beforeEach(async () => {
  pressed.length = 0;
  at('#opener').focus();
  ask();
  await soon();
});
afterEach(async () => {
  at('.taro-model__cancel').click();
  await soon();
});

test('a question is a dialog that says what it asks', () => {
  const box = at('[role="dialog"]');
  expect(box.getAttribute('aria-label')).toBe('取消报名？。名额会让给候补的人');
  expect(box.getAttribute('aria-modal')).toBe('true');
});

test('the focus goes into it, goes round in it, and nothing behind it can be reached', () => {
  expect(document.activeElement?.textContent).toBe('再想想');
  key('Tab');
  expect(document.activeElement?.textContent).toBe('取消报名');
  key('Tab');
  expect(document.activeElement?.textContent).toBe('再想想');
  key('Tab', { shiftKey: true });
  expect(document.activeElement?.textContent).toBe('取消报名');
  expect(at('#container').inert).toBe(true);
});

test('Esc answers no, and the focus returns to where it was', async () => {
  key('Escape');
  await soon();
  expect(pressed).toEqual(['再想想']);
  expect(document.activeElement).toBe(at('#opener'));
  expect(at('#container').inert).toBe(false);
});

test.each(['Enter', ' '])('%j presses what is focused, once however long it is held', async (name) => {
  key('Tab');
  expect(key(name).defaultPrevented).toBe(true);
  key(name, { repeat: true });
  await soon();
  expect(pressed).toEqual(['取消报名']);
});
