import { act, fireEvent, screen, within } from '@testing-library/react';
import { Text } from '@tarojs/components';
import { arrange, byName, nextSort, type Column } from '@/shared/ui/Table/arrange';
import { Table } from '@/shared/ui/Table/Table';
import { watchWindow } from '@/shared/wide/useWide';
import { resetTaro, resizeWindow } from '../stubs/taro';
import { show } from '../support/screen';

interface Person {
  id: string;
  name: string;
  answer: string;
}
const people: Person[] = [
  { id: '1', name: '江雪', answer: '坐地铁' },
  { id: '2', name: '安然', answer: '骑车' },
  { id: '3', name: '白露', answer: '坐公交' },
];
const columns: Column<Person>[] = [
  { key: 'id', title: '序', width: '48px', cell: ({ id }) => id },
  { key: 'name', title: '姓名', width: '1fr', cell: ({ name }) => name, order: byName, words: ({ name }) => name },
  { key: 'answer', title: '怎么来', width: '1fr', cell: ({ answer }) => answer, words: ({ answer }) => answer },
];

const size = (width: number) => act(() => resizeWindow(width));
beforeAll(watchWindow);
beforeEach(() => size(1280));

interface Extra {
  more?: boolean;
  total?: number;
  remember?: string;
  find?: string;
  columns?: Column<Person>[];
  onOpen?: (person: Person) => void;
  bulk?: (some: readonly Person[]) => string;
}
const table = (extra: Extra = {}) => (
  <Table
    label="名单"
    columns={columns}
    items={people}
    keyOf={({ id }) => id}
    nameOf={({ name }) => name}
    find="姓名或答案"
    row={({ name }) => <Text>{`一行${name}`}</Text>}
    {...extra}
  />
);
/** The rows as one reads them, without the titles. */
const rows = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    );
const names = () => rows().map((cells) => cells[cells.length - 2]);
const look = (words: string) =>
  fireEvent.change(screen.getByPlaceholderText('姓名或答案'), { target: { value: words } });
const tickOf = (name: string) => screen.getByRole('checkbox', { name });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('in a wide window it is a table with titles and cells, on a phone rows', () => {
  show(table());
  screen.getByRole('table', { name: '名单' });
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['序', '姓名', '怎么来']);
  expect(rows()[0]).toEqual(['1', '江雪', '坐地铁']);
  size(390);
  expect(screen.queryByRole('table')).toBeNull();
  screen.getByText('一行江雪');
});

test('a title sorts up, down, and then as they came; only titles with an order can be pressed', () => {
  show(table());
  press('姓名');
  expect(names()).toEqual(['安然', '白露', '江雪']);
  press('姓名');
  expect(names()).toEqual(['江雪', '白露', '安然']);
  press('姓名');
  expect(names()).toEqual(['江雪', '安然', '白露']);
  expect(screen.queryByRole('button', { name: '怎么来' })).toBeNull();
});

test('what is looked for is found in any column, all words of it, and nothing found is said', () => {
  show(table());
  look('坐');
  expect(names()).toEqual(['江雪', '白露']);
  look('坐 白');
  expect(names()).toEqual(['白露']);
  look('飞');
  screen.getByText('没有找到“飞”');
});

test('while there are more to fetch, the table says that it sorts and finds only among those here', () => {
  const { unmount } = show(table({ more: true }));
  screen.getByText('只在已取来的 3 条里排序和查找');
  unmount();
  const whole = show(table());
  expect(screen.queryByText(/只在已取来/)).toBeNull();
  whole.unmount();
  const unsorted = columns.map(({ order: _order, ...column }) => column);
  const { unmount: leave } = show(table({ more: true, columns: unsorted }));
  screen.getByText('只在已取来的 3 条里查找');
  leave();
  // What the server sorts and finds is right for all.
  show(table({ more: true, columns: unsorted, find: undefined }));
  expect(screen.queryByText(/只在已取来/)).toBeNull();
});

test('several are ticked and acted on together, and only those in sight', () => {
  show(table({ bulk: (some) => `复制${some.map(({ name }) => name).join('、')}` }));
  fireEvent.click(tickOf('选择江雪'));
  fireEvent.click(tickOf('选择安然'));
  screen.getByText('已选 2 条');
  screen.getByText('复制江雪、安然');
  look('骑车');
  screen.getByText('复制安然');
  press('取消选择');
  expect(screen.queryByText(/已选/)).toBeNull();
});

test('what is ticked but hidden by the filter is told, and not acted on', () => {
  show(table({ bulk: (some) => `复制${some.map(({ name }) => name).join('、')}` }));
  fireEvent.click(tickOf('选择江雪'));
  fireEvent.click(tickOf('选择安然'));
  look('骑车');
  screen.getByText('已选 1 条，另有 1 条选了但没有显示，不在内');
  look('公交');
  screen.getByText('已选 0 条，另有 2 条选了但没有显示，不在内');
  expect(screen.queryByText(/^复制/)).toBeNull();
});

test('ticking all of a list that goes on says how much of it that is', () => {
  const { unmount } = show(table({ more: true, total: 28121, bulk: () => '复制' }));
  fireEvent.click(tickOf('全选'));
  screen.getByText('已选 3 条，只是已取来的，共 28121 条');
  unmount();
  show(table({ more: true, bulk: () => '复制' }));
  fireEvent.click(tickOf('选择江雪'));
  screen.getByText('已选 1 条');
  fireEvent.click(tickOf('全选'));
  screen.getByText('已选 3 条，只是已取来的，后面还有');
  press('取消选择');
});

describe('columns that one may hide', () => {
  const optional: Column<Person>[] = [
    ...columns.slice(0, 2),
    { key: 'answer', title: '怎么来', width: '1fr', cell: ({ answer }) => answer, optional: 'shown' },
    { key: 'again', title: '回程', width: '1fr', cell: () => '步行', optional: 'hidden' },
  ];
  const titles = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
  beforeEach(() => resetTaro());

  test('are shown as proposed, and as they were left the next time', () => {
    const { unmount } = show(table({ columns: optional, remember: 'people' }));
    expect(titles()).toEqual(['序', '姓名', '怎么来']);
    press('选列');
    fireEvent.click(tickOf('怎么来'));
    fireEvent.click(tickOf('回程'));
    expect(titles()).toEqual(['序', '姓名', '回程']);
    unmount();
    const again = show(table({ columns: optional, remember: 'people' }));
    expect(titles()).toEqual(['序', '姓名', '回程']);
    again.unmount();
    show(table({ columns: optional, remember: 'others' }));
    expect(titles()).toEqual(['序', '姓名', '怎么来']);
  });

  test('are all there in a table that remembers none', () => {
    show(table({ columns: optional }));
    expect(titles()).toEqual(['序', '姓名', '怎么来', '回程']);
    expect(screen.queryByText('选列')).toBeNull();
  });
});

test('the box in the head ticks all that are shown, and takes it back', () => {
  show(table({ bulk: (some) => `${some.length} 人` }));
  fireEvent.click(tickOf('全选'));
  screen.getByText('3 人');
  expect(tickOf('全选').getAttribute('aria-checked')).toBe('true');
  fireEvent.click(tickOf('全选'));
  expect(screen.queryByText(/已选/)).toBeNull();
});

test('a row opens by its first cell', () => {
  const onOpen = jest.fn();
  show(table({ onOpen }));
  press('2');
  expect(onOpen).toHaveBeenCalledWith(people[1]);
});

test('sorting is undone by the third press and keeps the order of equals', () => {
  const up = nextSort(null, 'name');
  expect(nextSort(nextSort(up, 'name'), 'name')).toBeNull();
  expect(nextSort(up, 'answer')).toEqual({ key: 'answer', down: false });
  const equal = people.map((person) => ({ ...person, name: '同名' }));
  expect(arrange(equal, columns, up, '').map(({ id }) => id)).toEqual(['1', '2', '3']);
});

describe('keys, although a field of Taro’s lets none of them come up', () => {
  const was = process.env.TARO_ENV;
  const box = () => screen.getByPlaceholderText<HTMLInputElement>('姓名或答案');
  const key = (name: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name });
  beforeEach(() => {
    process.env.TARO_ENV = 'h5';
    // Where nothing is laid out, everything counts as drawn.
    jest.spyOn(HTMLElement.prototype, 'getClientRects').mockReturnValue([{}] as unknown as DOMRectList);
    show(table({ onOpen: jest.fn() }));
    // As in the browser build, which is another build.
    document.querySelectorAll<HTMLElement>('.sx-table__main').forEach((row) => (row.tabIndex = 0));
    box().addEventListener('keydown', (event) => event.stopPropagation());
  });
  afterEach(() => {
    process.env.TARO_ENV = was;
    jest.restoreAllMocks();
  });

  test('/ leads to the box, ↓ from there to the rows, ↑ and ↓ along them', () => {
    key('/');
    expect(document.activeElement).toBe(box());
    const way = ['ArrowDown', 'ArrowDown', 'ArrowUp'].map((name) => {
      key(name);
      return document.activeElement?.textContent;
    });
    expect(way).toEqual(['1', '2', '1']);
  });

  test('Esc empties the box', () => {
    look('坐');
    key('/');
    key('Escape');
    expect(names()).toHaveLength(3);
  });
});
