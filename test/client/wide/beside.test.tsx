import { act, fireEvent, screen } from '@testing-library/react';
import { Text } from '@tarojs/components';
import { Page } from '@/shared/ui/Page/Page';
import { Table } from '@/shared/ui/Table/Table';
import { Tap } from '@/shared/ui/Tap/Tap';
import type { Panes } from '@/shared/wide/Beside';
import { useOpen, useOpener } from '@/shared/wide/chosen';
import { useWide, watchWindow } from '@/shared/wide/useWide';
import { pageEvent, resizeWindow } from '../stubs/taro';
import { freshPhone, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));
jest.mock('@backend/PersonaSwitch', () => ({ PersonaWelcome: () => null }));

const size = (width: number) => act(() => resizeWindow(width));
const was = process.env.TARO_ENV;

beforeAll(watchWindow);
beforeEach(() => {
  process.env.TARO_ENV = 'h5';
  freshPhone();
  taro.navigateTo.mockClear();
  location.hash = '#/pages/events/index?which=open';
  size(1280);
});
afterEach(() => void (process.env.TARO_ENV = was));

function Row({ id }: { id: string }) {
  const { open, current } = useOpen('eventDetail', id);
  return (
    <Tap current={current} onTap={open}>
      {`活动${id}`}
    </Tap>
  );
}
function Detail({ id }: { id: string }) {
  const roster = useOpen('roster', id);
  return (
    <Page title="活动" footer="报名">
      <Text>{`详情${id}`}</Text>
      <Tap onTap={roster.open}>报名名单</Tap>
    </Page>
  );
}
const beside: Panes = {
  hint: '在左边选一场',
  panes: {
    eventDetail: { title: '活动', view: (id) => <Detail id={id} /> },
    roster: { title: '名单', view: (id) => <Page>{`名单${id}`}</Page> },
  },
};
const list = (
  <Page tab title="活动" beside={beside}>
    <Row id="e1" />
    <Row id="e2" />
  </Page>
);
const row = (id: string) => screen.getByRole('button', { name: `活动${id}` });
const isCurrent = (id: string) => row(id).getAttribute('aria-current') === 'true';
const choose = (id: string) => fireEvent.click(row(id));

test('in a wide window a row opens its thing beside the list, is marked, and the next takes its place', () => {
  show(list);
  screen.getByText('在左边选一场');
  choose('e1');
  screen.getByText('详情e1');
  expect(isCurrent('e1')).toBe(true);
  choose('e2');
  screen.getByText('详情e2');
  expect(screen.queryByText('详情e1')).toBeNull();
  expect(isCurrent('e1')).toBe(false);
  expect(taro.navigateTo).not.toHaveBeenCalled();
});

test('on a phone a row opens its page', () => {
  size(390);
  show(list);
  choose('e1');
  expect(taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/event/detail/index?id=e1' });
  expect(screen.queryByText('详情e1')).toBeNull();
});

test('a page in the pane has no bars of its own but keeps its action', () => {
  show(list);
  choose('e1');
  expect(screen.getAllByText('投诉建议')).toHaveLength(1);
  expect(screen.queryByRole('button', { name: '返回' })).toBeNull();
  screen.getByText('报名');
});

test('the address keeps what was chosen beside what it said before, and a reload shows it', () => {
  const { unmount } = show(list);
  choose('e2');
  expect(location.hash).toBe('#/pages/events/index?which=open&on=eventDetail.e2');
  unmount();
  freshPhone({ on: 'eventDetail.e2' });
  show(list);
  screen.getByText('详情e2');
});

test('an address that names what this list has no pane for shows the list', () => {
  location.hash = '#/pages/events/index?on=bookDetail.b1';
  freshPhone({ on: 'bookDetail.b1' });
  show(list);
  screen.getByText('在左边选一场');
  expect(location.hash).toBe('#/pages/events/index');
});

test('what is opened from the pane stands in the pane, and 返回 leads to what stood there', () => {
  show(list);
  choose('e1');
  fireEvent.click(screen.getByRole('button', { name: '报名名单' }));
  screen.getByText('名单e1');
  expect(isCurrent('e1')).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: '返回' }));
  screen.getByText('详情e1');
  expect(taro.navigateTo).not.toHaveBeenCalled();
});

test('a window made narrow goes on with what was being read, as its page; made wide again it has both', () => {
  show(list);
  choose('e1');
  size(600);
  expect(taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/event/detail/index?id=e1' });
  expect(location.hash).not.toContain('on=');
  row('e1');
  size(1000);
  screen.getByText('详情e1');
});

test('a list that is not in front opens nothing when the window changes', () => {
  show(list);
  choose('e1');
  act(() => pageEvent('hide'));
  size(600);
  expect(taro.navigateTo).not.toHaveBeenCalled();
});

test('900 points are wide, 899 are not', () => {
  const Says = () => <Text>{useWide() ? '宽' : '窄'}</Text>;
  show(<Says />);
  size(899);
  screen.getByText('窄');
  size(900);
  screen.getByText('宽');
});

test('a table has the whole window until something is opened, folds to rows then, and comes back when that is closed', () => {
  function People() {
    const { open, isCurrent } = useOpener('memberPage');
    return (
      <Table
        label="成员"
        columns={[{ key: 'name', title: '姓名', width: '1fr', cell: (name) => name }]}
        items={['林晓', '温言']}
        keyOf={(name) => name}
        nameOf={(name) => name}
        onOpen={open}
        isCurrent={isCurrent}
        row={(name) => <Tap onTap={() => open(name)}>{`行${name}`}</Tap>}
      />
    );
  }
  const panes: Panes = { panes: { memberPage: { title: '成员', view: (id) => <Page>{`详情${id}`}</Page> } } };
  show(
    <Page title="成员" beside={panes}>
      <People />
    </Page>,
  );
  expect(screen.queryByText('行林晓')).toBeNull();
  fireEvent.click(screen.getByText('林晓'));
  screen.getByText('详情林晓');
  fireEvent.click(screen.getByText('行温言'));
  screen.getByText('详情温言');
  fireEvent.click(screen.getByText('关闭'));
  expect(screen.queryByText('详情温言')).toBeNull();
  expect(screen.queryByText('行林晓')).toBeNull();
});
