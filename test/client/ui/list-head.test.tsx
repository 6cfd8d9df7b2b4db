import { act, fireEvent, screen } from '@testing-library/react';
import { Text } from '@tarojs/components';
import { ListHead } from '@/shared/ui/ListHead/ListHead';
import { useListHead, type Filter } from '@/shared/ui/ListHead/useListHead';
import { show } from '../support/screen';

const filters: readonly Filter<'state'>[] = [
  { key: 'state', label: '状态', options: [{ value: 'off', label: '已停用' }] },
];
function List() {
  const head = useListHead<'state'>();
  return (
    <>
      <ListHead head={head} find="姓名、拼音" filters={filters} total="共 5 人" />
      <Text>{`找“${head.q}”，${head.chosen.state ?? '不限'}`}</Text>
    </>
  );
}
const type = (value: string) => fireEvent.change(screen.getByPlaceholderText('姓名、拼音'), { target: { value } });
const wait = (ms: number) => act(() => void jest.advanceTimersByTime(ms));
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('what is typed is looked for after a pause, an emptied box at once', () => {
  show(<List />);
  type('lin');
  screen.getByText('找“”，不限');
  wait(400);
  screen.getByText('找“lin”，不限');
  type('');
  screen.getByText('找“”，不限');
});

test('a choice narrows the list, 全部 and 看全部 widen it again', () => {
  show(<List />);
  fireEvent.click(screen.getByRole('radio', { name: '已停用' }));
  screen.getByText('找“”，off');
  fireEvent.click(screen.getByRole('radio', { name: '全部' }));
  screen.getByText('找“”，不限');
  expect(screen.queryByText('看全部')).toBeNull();
  fireEvent.click(screen.getByRole('radio', { name: '已停用' }));
  type('lin');
  wait(400);
  fireEvent.click(screen.getByText('看全部'));
  screen.getByText('找“”，不限');
  screen.getByText('共 5 人');
});
