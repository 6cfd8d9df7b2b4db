import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { OwnData as Data } from '@contract/domains/owndata/actions';
import type { Download } from '@contract/shared/exports';
import { inventory } from '@contract/shared/inventory/constants';
import { schema } from '../../../cloudfunctions/schema';
import { namedParts } from '../../../cloudfunctions/shared/subject/rules/plan';
import { Downloads } from '@/features/download/Downloads';
import { EraseForm } from '@/features/owndata/EraseForm';
import { fatesOf, linesOf } from '@/features/owndata/words';
import OwnDataPage from '@/packages/me/data';
import ErasePage from '@/packages/me/erase';
import MePage from '@/pages/me';
import { fetchFile } from '@/shared/file/fetch';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { freshPhone, Refusal, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));
jest.mock('@/shared/file/fetch', () => ({ fetchFile: jest.fn(() => Promise.resolve()) }));

const at = Date.UTC(2026, 11, 7, 4);
const own = (more: Partial<Data> = {}): Data => ({
  counts: { checkins_0: 12, members_0: 1 },
  countedAt: at,
  counting: false,
  erasing: null,
  ...more,
});
const file: Download = {
  id: 'x1',
  title: '我的数据',
  fileName: '我的数据 2026-11-30.zip',
  format: 'zip',
  state: 'ready',
  progress: null,
  rows: 40,
  size: 1000,
  askedAt: at,
  expiresAt: at,
};
const nothing = () => ({ items: [], next: null });

beforeEach(() => freshPhone());

test('the page names every part of every collection that is about people, and no other', () => {
  expect(inventory.flatMap(({ parts }) => parts.map(({ key }) => key)).sort()).toEqual(
    namedParts(schema)
      .map(({ key }) => key)
      .sort(),
  );
  const titles = new Set(inventory.flatMap(({ purpose, parts }) => parts.map(({ exported }) => exported ?? purpose)));
  expect(new Set(linesOf(inventory, null).map(({ title }) => title))).toEqual(titles);
  const fates = (['nothing', 'some', 'all'] as const).flatMap((fate) => fatesOf(inventory, null, fate));
  expect(new Set(fates.map(({ title }) => title))).toEqual(titles);
});

test('what there is is listed with how much of it, and nothing of which there is none', async () => {
  serve({ 'owndata.view': () => own(), 'download.mine': nothing });
  show(<OwnDataPage />);
  expect(await screen.findByText('阅读打卡')).toBeTruthy();
  expect(screen.getByText('12 条')).toBeTruthy();
  expect(screen.queryByText('投诉建议')).toBeNull();
});

test('a long list is folded after its beginning, what is one’s own first, and can be read whole', async () => {
  serve({ 'owndata.view': () => own({ counts: null, counting: true }), 'download.mine': nothing });
  show(<OwnDataPage />);
  await screen.findByText(/正在清点/);
  expect(screen.queryByText('后台任务：待办、进行到哪里、结果')).toBeNull();
  fireEvent.click(screen.getByText(/看全部 \d+ 项/));
  expect(screen.getByText('投诉建议')).toBeTruthy();
});

test('of two parts of one name the amounts are added up', () => {
  const part = { who: '本人', exported: '书', erased: '删除', stays: 'nothing' } as const;
  const entry = {
    name: 'b',
    purpose: '书目',
    personal: null,
    kept: '',
    parts: [
      { ...part, key: 'b_0' },
      { ...part, key: 'b_1' },
    ],
  };
  expect(linesOf([entry], { b_0: 2, b_1: 3 })).toMatchObject([{ title: '书', count: 5 }]);
});

test('what nobody counted lately is counted once, and the words are there meanwhile', async () => {
  serve({
    'owndata.view': () => own({ counts: null, countedAt: null, counting: sent('owndata.count').length > 0 }),
    'owndata.count': () => ({ counting: true }),
    'download.mine': nothing,
  });
  show(<OwnDataPage />);
  expect(await screen.findByText(/正在清点/)).toBeTruthy();
  expect(screen.getByText('微信消息设置')).toBeTruthy();
  await waitFor(() => expect(sent('owndata.count')).toHaveLength(1));
});

test('a file that is asked for shows how far it has come, and can be opened when it is there', async () => {
  const making: Download = { ...file, id: 'x2', state: 'making', progress: { done: 20, all: null } };
  serve({
    'owndata.view': () => own(),
    'download.mine': () => ({ items: sent('owndata.export').length > 0 ? [making, file] : [], next: null }),
    'owndata.export': () => ({ download: making }),
    'download.open': () => ({ download: file, url: 'https://storage.test/x', expiresAt: at }),
  });
  show(<OwnDataPage />);
  fireEvent.click(await screen.findByText('导出我的数据'));
  expect(await screen.findByText(/正在生成/)).toBeTruthy();
  fireEvent.click(screen.getByText('打开'));
  await waitFor(() =>
    expect(fetchFile).toHaveBeenCalledWith({ url: 'https://storage.test/x', fileName: file.fileName }),
  );
});

test('a file that did not come about says what to do; one that is not to be opened any more says why', async () => {
  serve({
    'download.mine': () => ({ items: [{ ...file, id: 'x3', state: 'failed' }, file], next: null }),
    'download.open': () => new Refusal('DOWNLOAD_RIGHTS'),
    'download.discard': () => ({ discarded: true }),
  });
  show(<Downloads begunBy="owndata.export" />);
  expect(await screen.findByText(/没有做成/)).toBeTruthy();
  fireEvent.click(screen.getByText('打开'));
  await waitFor(() => expect(useSnackbar.getState().message?.text).toContain('权限'));
  fireEvent.click(screen.getByText('现在删除'));
  await waitFor(() => expect(sent('download.discard')).toMatchObject([{ id: 'x1' }]));
});

test('before somebody asks to be erased he reads what goes and what stays, and types the word', async () => {
  serve({ 'owndata.erase': () => ({ erasing: { askedAt: at, at } }) });
  show(<EraseForm counts={null} />);
  for (const title of ['会删除', '会留下，去掉您', '会留下']) expect(screen.getByText(title)).toBeTruthy();
  fireEvent.click(screen.getByText('申请注销'));
  expect(sent('owndata.erase')).toEqual([]);
  fireEvent.change(screen.getByLabelText(/请填/), { target: { value: '注销' } });
  fireEvent.click(screen.getByText('申请注销'));
  await waitFor(() => expect(sent('owndata.erase')).toMatchObject([{ confirm: '注销' }]));
});

test('whoever runs something alone is told what to do first', async () => {
  serve({ 'owndata.erase': () => new Refusal('ERASE_ONLY_HOLDER') });
  show(<EraseForm counts={{}} />);
  fireEvent.change(screen.getByLabelText(/请填/), { target: { value: '注销' } });
  fireEvent.click(screen.getByText('申请注销'));
  expect(await screen.findByText(/办交接/)).toBeTruthy();
});

test('within the days of grace 我的 offers nothing but to take it back, and that is one tap', async () => {
  serve({
    'me.session': () => new Refusal('ERASING'),
    'owndata.view': () => own({ erasing: { askedAt: at, at } }),
    'owndata.undo': () => ({ undone: true }),
    'me.waiting': () => ({ items: [] }),
  });
  show(<MePage />);
  expect(await screen.findByText('已申请注销')).toBeTruthy();
  expect(screen.getByText(/12月7日 12:00 删除/)).toBeTruthy();
  fireEvent.click(screen.getByText('撤销注销'));
  await waitFor(() => expect(useSnackbar.getState().message?.text).toContain('已撤销'));
});

test('whoever asked already finds the same on the page of it', async () => {
  serve({ 'owndata.view': () => own({ erasing: { askedAt: at, at } }) });
  show(<ErasePage />);
  expect(await screen.findByText('撤销注销')).toBeTruthy();
});
