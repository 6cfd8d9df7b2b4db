import { watchKeys } from '@/shared/browser/keys';

document.body.innerHTML = `
  <div role="radiogroup">
    <div role="radio" tabindex="0">想读</div><div role="radio" tabindex="0">在读</div>
  </div>
  <div role="grid">
    <div role="row"><div role="gridcell" tabindex="0">1</div><div role="gridcell" tabindex="0">2</div></div>
    <div role="row"><div role="gridcell" tabindex="0">8</div><div></div></div>
  </div>
  <input />`;
const find = (text: string) =>
  [...document.querySelectorAll<HTMLElement>('[tabindex]')].find(({ textContent }) => textContent === text);
const focused = () => document.activeElement?.textContent;
const key = (name: string) => {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(event);
  return event;
};
watchKeys();

test('arrows go from choice to choice, and no further than the last', () => {
  find('想读')?.focus();
  key('ArrowRight');
  expect(focused()).toBe('在读');
  key('ArrowDown');
  expect(focused()).toBe('在读');
  key('ArrowLeft');
  expect(focused()).toBe('想读');
});

test('in a calendar, up and down go from week to week, and not to where there is no day', () => {
  find('1')?.focus();
  key('ArrowDown');
  expect(focused()).toBe('8');
  key('ArrowUp');
  key('ArrowRight');
  expect(focused()).toBe('2');
  key('ArrowDown');
  expect(focused()).toBe('2');
});

test('a field keeps its keys', () => {
  document.querySelector('input')?.focus();
  expect([key(' '), key('Enter'), key('ArrowLeft')].map(({ defaultPrevented }) => defaultPrevented)).toEqual([
    false,
    false,
    false,
  ]);
});
