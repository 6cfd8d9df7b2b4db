import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { ImportItem, ImportView } from '@contract/shared/imports';
import { errorMessages } from '@contract/errors';
import type { Session } from '@contract/domains/me/actions';
import { chooseFile } from '@/shared/file/choose';
import { saveFile } from '@/shared/file/save';
import ImportPage from '@/packages/manage/orgimport/import';
import ListsPage from '@/packages/manage/orgimport/lists';
import { freshPhone, Refusal, sent, serve, show, taro, type Backend } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));
jest.mock('@backend/PersonaSwitch', () => ({ PersonaWelcome: () => null }));
jest.mock('@/shared/file/choose', () => ({ chooseFile: jest.fn() }));
jest.mock('@/shared/file/save', () => ({ saveFile: jest.fn(() => Promise.resolve()) }));

const org = { id: 'D08', name: '西渡区团委', kind: 'district' as const };
const session: Session = {
  now: 1,
  day: '20261130',
  member: { id: 'm1', name: '江望' },
  orgs: [org],
  roles: [{ role: 'orgAdmin', org }],
};
const view: ImportView = {
  id: 'im1',
  fileName: '名单.xlsx',
  state: 'ready',
  at: 1_795_000_000_000,
  received: 2,
  parts: 2,
  rows: 5,
  problem: null,
  notes: [],
  counts: { added: 1, changed: 0, missing: 0, ambiguous: 0, same: 0, wrong: 0 },
  all: 1,
  done: 0,
  left: 0,
  until: 1_795_000_000_000,
};
const item: ImportItem = {
  id: 'im1:0:00000',
  line: 2,
  verdict: 'added',
  name: '渡轮公司团支部',
  changes: [{ field: '上级', from: '', to: '西渡区团委（D08）' }],
  note: '',
  choices: [],
  decision: null,
  state: 'waiting',
  why: '',
};
const answers: Backend = {
  'me.session': () => session,
  'orgimport.list': () => ({ items: [], next: null }),
  'orgimport.get': () => ({ import: view }),
  'orgimport.rows': () => ({ items: [item], next: null }),
  'orgimport.begin': () => ({ import: { ...view, state: 'uploading' } }),
  'orgimport.part': () => ({ id: 'im1' }),
  'orgimport.preview': () => ({ import: view }),
};
const bytes = 100_000;
const file = { name: '名单.xlsx', size: bytes, part: jest.fn((from: number) => Promise.resolve(`part${from}`)) };
const choose = jest.mocked(chooseFile);

beforeEach(() => {
  freshPhone({ id: 'im1' });
  jest.clearAllMocks();
});

describe('组织名单', () => {
  it('has a file chosen and sent in parts, and opens what comes of it', async () => {
    serve(answers);
    choose.mockResolvedValue(file);
    show(<ListsPage />);
    fireEvent.click(await screen.findByText('选择文件导入'));
    await waitFor(() => expect(taro.navigateTo).toHaveBeenCalled());
    expect(sent('orgimport.begin')).toMatchObject([{ orgId: 'D08', fileName: '名单.xlsx', size: bytes }]);
    expect(sent('orgimport.part')).toMatchObject([
      { id: 'im1', index: 0, base64: 'part0' },
      { id: 'im1', index: 1, base64: 'part45000' },
      { id: 'im1', index: 2, base64: 'part90000' },
    ]);
    expect(file.part).toHaveBeenLastCalledWith(90_000, 10_000);
    expect(taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/manage/orgimport/import/index?id=im1' });
  });

  it('sends nothing of a file that is too large, or where nobody chose one', async () => {
    serve(answers);
    choose.mockResolvedValueOnce({ ...file, size: 3 * 1024 * 1024 });
    show(<ListsPage />);
    fireEvent.click(await screen.findByText('选择文件导入'));
    await screen.findByText(/文件有 3.0 MB，最大 2 MB/);
    choose.mockResolvedValueOnce(null);
    fireEvent.click(screen.getByText('选择文件导入'));
    await waitFor(() => expect(screen.queryByText(/最大 2 MB。/)).toBeNull());
    expect(sent('orgimport.begin')).toEqual([]);
  });

  it('says why a file is refused, in the server’s words', async () => {
    serve({
      ...answers,
      'orgimport.part': () => new Refusal('BAD_INPUT'),
    });
    choose.mockResolvedValue(file);
    show(<ListsPage />);
    fireEvent.click(await screen.findByText('选择文件导入'));
    await screen.findByText(errorMessages.BAD_INPUT);
    expect(sent('orgimport.preview')).toEqual([]);
  });

  it('saves the list as it is now', async () => {
    const out = { fileName: '西渡区团委组织名单.xlsx', base64: 'UEs=' };
    serve({ ...answers, 'orgimport.export': () => out });
    show(<ListsPage />);
    fireEvent.click(await screen.findByText('导出现在的名单'));
    await waitFor(() => expect(saveFile).toHaveBeenCalledWith(out));
  });
});

describe('an import', () => {
  it('tells what it would do and is carried out by one tap, then watched until it is over', async () => {
    jest.useFakeTimers();
    let state: ImportView['state'] = 'ready';
    serve({
      ...answers,
      'orgimport.get': () => ({ import: { ...view, state, done: state === 'applied' ? 1 : 0 } }),
      'orgimport.apply': () => ({ import: { ...view, state: (state = 'applying') } }),
    });
    show(<ImportPage />);
    await screen.findByText('共 5 行：新增 1，不变 4。');
    await screen.findByText('上级 西渡区团委（D08）');
    fireEvent.click(screen.getByText('导入这 1 处'));
    await screen.findByText('正在导入');
    expect(screen.queryByText('导入这 1 处')).toBeNull();
    state = 'applied';
    await act(() => jest.advanceTimersByTimeAsync(2500));
    await screen.findByText(/已导入 1 处/);
    expect(screen.getByText('整体撤销')).toBeTruthy();
    jest.useRealTimers();
  });

  it('waits for what has to be decided, and sends what was chosen', async () => {
    const open = {
      ...item,
      verdict: 'ambiguous' as const,
      choices: [
        { choice: 'new', label: '是新的组织' },
        { choice: 'is-D08-B01', label: '就是 “西渡街道团支部”' },
      ],
    };
    const counts = { ...view.counts, added: 0, ambiguous: 1 };
    serve({
      ...answers,
      'orgimport.get': () => ({ import: { ...view, counts, all: 0, until: null } }),
      'orgimport.rows': () => ({ items: [open], next: null }),
      'orgimport.decide': () => ({ import: view }),
    });
    show(<ImportPage />);
    fireEvent.click(await screen.findByText('还有 1 行要您决定'));
    expect(sent('orgimport.apply')).toEqual([]);
    fireEvent.click(screen.getByText('就是 “西渡街道团支部”'));
    fireEvent.click(screen.getByText('确认 1 个决定'));
    await waitFor(() => expect(sent('orgimport.decide')).toHaveLength(1));
    expect(sent('orgimport.decide')).toMatchObject([
      { id: 'im1', decisions: [{ id: 'im1:0:00000', choice: 'is-D08-B01' }] },
    ]);
  });

  it('shows each wrong cell with its line and how to mend it', async () => {
    const told = { field: '类型', from: '没有“小组”这个类型', to: '用：支部' };
    serve({
      ...answers,
      'orgimport.get': () => ({
        import: { ...view, state: 'wrong', counts: { ...view.counts, added: 0, wrong: 1 }, until: null },
      }),
      'orgimport.rows': () => ({ items: [{ ...item, verdict: 'wrong', name: '', changes: [told] }], next: null }),
    });
    show(<ImportPage />);
    await screen.findByText('类型：没有“小组”这个类型。用：支部');
    await screen.findByText('第 2 行');
    expect(screen.queryByText(/^导入这/)).toBeNull();
    expect(screen.getByText('重新选择文件')).toBeTruthy();
  });
});
