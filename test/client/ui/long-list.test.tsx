import { act, render, screen } from '@testing-library/react';
import { Text } from '@tarojs/components';
import { afterLook, AT_FIRST, groupsOf } from '@/shared/ui/LongList/chunks';
import { LongList } from '@/shared/ui/LongList/LongList';
import { scrolled } from '../stubs/taro';

const items = (count: number) => Array.from({ length: count }, (_, at) => `第${at}行`);
const list = (count: number) => (
  <LongList items={items(count)} keyOf={(item) => item} rowHeight={50}>
    {(item) => <Text>{item}</Text>}
  </LongList>
);
const chunk = (at: number): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[id$="-${at}"]`);
  if (!found) throw new Error(`there is no chunk ${at}`);
  return found;
};
const scroll = (at: number, near: boolean, height?: number) => act(() => scrolled(chunk(at), near, height));

test('a short list is drawn whole', () => {
  render(list(40));
  expect(screen.getAllByText(/^第/)).toHaveLength(40);
});

test('a row stays the same element while the list grows around it, so that it keeps the focus', () => {
  const { rerender } = render(list(1));
  const row = screen.getByText('第0行');
  rerender(list(2000));
  expect(screen.getByText('第0行')).toBe(row);
  rerender(list(1));
  expect(screen.getByText('第0行')).toBe(row);
});

test('on a phone that tells nothing of what is near, the whole list is drawn; one word from it is enough', () => {
  jest.useFakeTimers();
  const silent = render(list(100));
  act(() => void jest.advanceTimersByTime(3000));
  expect(screen.getAllByText(/^第/)).toHaveLength(100);
  silent.unmount();
  render(list(100));
  scroll(0, true);
  act(() => void jest.advanceTimersByTime(3000));
  expect(screen.getAllByText(/^第/)).toHaveLength(40);
  jest.useRealTimers();
});

test('where it was long and looked at far below, a short one is drawn', () => {
  const { rerender } = render(list(2000));
  scroll(0, false);
  scroll(90, true);
  rerender(list(3));
  expect(screen.getAllByText(/^第/)).toHaveLength(3);
});

test('of 2,000 rows only those near are drawn, within 600 nodes and 30 children of a node', () => {
  const { container } = render(list(2000));
  expect(screen.getAllByText(/^第/)).toHaveLength(40);
  scroll(99, true);
  screen.getByText('第1999行');
  const nodes = [...container.querySelectorAll('*')];
  expect(nodes.length).toBeLessThanOrEqual(600);
  expect(Math.max(...nodes.map((node) => node.children.length))).toBeLessThanOrEqual(30);
});

test('what goes out of sight leaves its room, as high as it was', () => {
  render(list(100));
  scroll(0, false, 1234);
  expect(screen.queryByText('第0行')).toBeNull();
  expect(chunk(0).dataset.style).toBe('height:1234px');
  // Those never seen are taken to be as high, the last in proportion.
  expect(chunk(4).dataset.style).toBe('height:1234px');
  scroll(0, true);
  screen.getByText('第0行');
});

test('a list that becomes shorter has no room for what is gone', () => {
  const { rerender } = render(list(2000));
  scroll(50, true);
  rerender(list(30));
  expect(document.querySelector('[id$="-50"]')).toBeNull();
  screen.getByText('第29行');
});

test('every item is in one chunk, in order', () => {
  const groups = groupsOf(items(1205));
  expect(groups.map((group) => group.length)).toEqual([30, 30, 1]);
  expect(groups.flat().flatMap((one) => one.items)).toEqual(items(1205));
  expect(groups.flat().map(({ at }) => at)).toEqual(Array.from({ length: 61 }, (_, at) => at));
});

test('a look that finds nothing new changes nothing, so that nothing is drawn anew', () => {
  const seen = (at: number, near: boolean) => ({ at, near, height: 10 });
  expect(afterLook(AT_FIRST, [seen(0, true), seen(9, false)])).toBe(AT_FIRST);
  const drawn = afterLook(AT_FIRST, [seen(0, false), seen(5, true)]);
  expect([...drawn.near]).toEqual([1, 5]);
  // Of what was not drawn nothing is learnt.
  expect([...drawn.heights.keys()]).toEqual([0]);
});
