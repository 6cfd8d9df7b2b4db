import { fireEvent, screen, waitFor } from '@testing-library/react';
import { InvitePanel } from '@/features/me/InvitePanel';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { freshPhone, sent, serve, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const org = (kind: 'committee' | 'branch') => ({ id: 'o1', name: '江城团市委', kind });
const session = (kind: 'committee' | 'branch') => ({
  now: 1,
  day: '20261123',
  member: { id: 'm1', name: '沈知行' },
  orgs: [],
  roles: [{ role: 'orgAdmin' as const, org: org(kind) }],
});
const branch = {
  id: 'b1',
  name: '汉语言文学 2401 团支部',
  kind: 'branch' as const,
  parent: '文学院',
  joinCode: 'HANYU2401',
};
const copied = () => taro.setClipboardData.mock.calls.map(([{ data }]: [{ data: string }]) => data);

beforeEach(() => {
  freshPhone();
  taro.setClipboardData.mockClear();
});

test('a committee finds the codes of its branches, and copies a sentence that can be sent as it is', async () => {
  serve({
    'org.joinCode': () => ({ orgId: 'o1', name: '江城团市委', joinCode: null }),
    'org.joinCodes': () => ({ items: [branch], next: null }),
  });
  show(<InvitePanel session={session('committee')} />);
  await screen.findByText('这一级不直接接收成员，请用下面各支部的邀请码。');
  await screen.findByText('HANYU2401');
  fireEvent.click(screen.getByText('复制'));
  await waitFor(() => expect(copied()).toHaveLength(1));
  expect(copied()[0]).toBe(
    '邀请您加入“汉语言文学 2401 团支部”。在微信里打开小程序“书香”，填邀请码 HANYU2401 和姓名，约一分钟。',
  );
  fireEvent.change(screen.getByLabelText(/按名称找/), { target: { value: '2401' } });
  await waitFor(() => expect(sent('org.joinCodes').at(-1)).toEqual({ orgId: 'o1', q: '2401' }));
});

test('a branch shows its own code first and asks for none below', async () => {
  serve({ 'org.joinCode': () => ({ orgId: 'o1', name: '一支部', joinCode: 'RIVER1' }) });
  show(<InvitePanel session={session('branch')} />);
  await screen.findByText('RIVER1');
  fireEvent.click(screen.getByText('复制邀请'));
  await waitFor(() => expect(copied()[0]).toContain('填邀请码 RIVER1'));
  expect(sent('org.joinCodes')).toHaveLength(0);
});

test('where nothing can be copied that is said, not left silent', async () => {
  serve({ 'org.joinCode': () => ({ orgId: 'o1', name: '一支部', joinCode: 'RIVER1' }) });
  taro.setClipboardData.mockRejectedValueOnce(new Error('denied'));
  show(<InvitePanel session={session('branch')} />);
  fireEvent.click(await screen.findByText('复制邀请'));
  await waitFor(() => expect(useSnackbar.getState().message?.text).toContain('没能复制'));
});
