import { bringTo } from '@/shared/form/bringTo';

const was = process.env.TARO_ENV;
beforeEach(() => {
  process.env.TARO_ENV = 'h5';
  Element.prototype.scrollIntoView = jest.fn();
  jest.useFakeTimers();
});
afterEach(() => {
  process.env.TARO_ENV = was;
  jest.useRealTimers();
});

it('a field that has just been unfolded gets the keyboard as soon as it is drawn, and keeps it no longer than it should', () => {
  document.body.innerHTML = '<button id="send">发布</button><div id="question"></div>';
  const at = (id: string) => document.getElementById(id) as HTMLElement;
  at('send').focus();
  bringTo('question');
  at('question').innerHTML = '<input />';
  jest.advanceTimersByTime(50);
  expect(document.activeElement).toBe(at('question').firstChild);
  at('send').focus();
  jest.runAllTimers();
  expect(document.activeElement).toBe(at('send'));
});
