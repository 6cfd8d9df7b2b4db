import { fireEvent, screen, waitFor } from '@testing-library/react';
import { invitation } from '@/features/me/invitation';
import { JoinPanel } from '@/features/session/JoinPanel';
import { useSession } from '@/shared/session/session';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { freshPhone, Refusal, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

beforeEach(() => freshPhone());
const session = { now: 1, day: '20261123', member: { id: 'm1', name: '江望' }, orgs: [], roles: [] };
const fill = () => {
  fireEvent.change(screen.getByLabelText(/邀请码/), { target: { value: 'hanyu2401 ' } });
  fireEvent.change(screen.getByLabelText(/姓名/), { target: { value: '江望' } });
};

test('asks for a code, a name and "14 or older", says how long it takes, and nothing more', () => {
  show(<JoinPanel />);
  expect(screen.getByText(/约一分钟/)).toBeTruthy();
  expect(screen.getAllByRole('textbox')).toHaveLength(2);
  expect(screen.getByRole('checkbox')).toBeTruthy();
});

test('sends nothing until "14 or older" is ticked, and says what to do', () => {
  serve({});
  show(<JoinPanel />);
  fill();
  fireEvent.click(screen.getByText('加入'));
  expect(screen.getByText('请先勾选；未满 14 周岁的由学校团组织统一办理')).toBeTruthy();
  expect(sent('me.join')).toHaveLength(0);
});

test('joins with the code in capitals, whatever was typed', async () => {
  serve({ 'me.join': () => session });
  show(<JoinPanel />);
  fill();
  fireEvent.click(screen.getByRole('checkbox'));
  fireEvent.click(screen.getByText('加入'));
  await waitFor(() => expect(useSnackbar.getState().message?.text).toBe('已加入支部'));
  expect(sent('me.join')).toMatchObject([{ joinCode: 'HANYU2401', name: '江望', fourteenOrOlder: true }]);
});

test('an unknown code is told at its field, and what was typed stays', async () => {
  serve({ 'me.join': () => new Refusal('JOIN_CODE_UNKNOWN') });
  show(<JoinPanel />);
  fill();
  fireEvent.click(screen.getByRole('checkbox'));
  fireEvent.click(screen.getByText('加入'));
  await screen.findByLabelText(/^邀请码，邀请码不存在/);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByLabelText<HTMLInputElement>(/姓名/).value).toBe('江望');
});

test('whoever joined by a sending whose reply was lost is let in, also when the name was changed since', async () => {
  function Screen() {
    const { data } = useSession();
    return data ? <output>{data.member.name}</output> : <JoinPanel />;
  }
  serve({ 'me.session': () => new Refusal('NOT_REGISTERED') });
  show(<Screen />);
  await screen.findByLabelText(/邀请码/);
  serve({ 'me.join': () => new Refusal('ALREADY_JOINED'), 'me.session': () => session });
  fill();
  fireEvent.click(screen.getByRole('checkbox'));
  fireEvent.click(screen.getByText('加入'));
  expect(await screen.findByText('江望')).toBeTruthy();
});

test.each([
  '邀请码：hanyu2401',
  'HANYU-2401',
  ' ＨＡＮＹＵ２４０１',
  '\u200eHANYU 2401\u200e',
  invitation({ name: '软件 2024 团支部', joinCode: 'HANYU2401' }),
])('a code is taken as it is pasted from a chat: %s', async (pasted) => {
  serve({ 'me.join': () => session });
  show(<JoinPanel />);
  fill();
  fireEvent.change(screen.getByLabelText(/邀请码/), { target: { value: pasted } });
  fireEvent.click(screen.getByRole('checkbox'));
  fireEvent.click(screen.getByText('加入'));
  expect(screen.queryByText(/最多/)).toBeNull();
  await waitFor(() => expect(sent('me.join')).toMatchObject([{ joinCode: 'HANYU2401' }]));
});

test.each([
  ['\u3164', '请填写姓名'],
  ['\u202e望江', /改变文字方向/],
  ['𠮷'.repeat(21), /最多 20 字，现在 21 字/],
])('a name that cannot be read on a roster is told at its field and not sent: %s', (name, said) => {
  serve({});
  show(<JoinPanel />);
  fill();
  fireEvent.change(screen.getByLabelText(/姓名/), { target: { value: name } });
  fireEvent.click(screen.getByRole('checkbox'));
  fireEvent.click(screen.getByText('加入'));
  expect(screen.getByText(said)).toBeTruthy();
  expect(sent('me.join')).toHaveLength(0);
});
