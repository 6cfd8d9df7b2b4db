import { fireEvent, screen, waitFor } from '@testing-library/react';
import { invitation } from '@/features/me/invitation';
import { JoinPanel } from '@/features/session/JoinPanel';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { freshPhone, Refusal, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

beforeEach(() => freshPhone());
const joined = { outcome: 'joined' as const, orgName: '软件 2401 团支部' };
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
  expect(sent('invitation.accept')).toHaveLength(0);
});

test('joins with the code in capitals, whatever was typed', async () => {
  serve({ 'invitation.accept': () => joined });
  show(<JoinPanel />);
  fill();
  fireEvent.click(screen.getByRole('checkbox'));
  fireEvent.click(screen.getByText('加入'));
  await waitFor(() => expect(useSnackbar.getState().message?.text).toBe('已加入支部'));
  expect(sent('invitation.accept')).toMatchObject([{ code: 'HANYU2401', name: '江望', fourteenOrOlder: true }]);
});

test('an unknown code is told at its field, and what was typed stays', async () => {
  serve({ 'invitation.accept': () => new Refusal('JOIN_CODE_UNKNOWN') });
  show(<JoinPanel />);
  fill();
  fireEvent.click(screen.getByRole('checkbox'));
  fireEvent.click(screen.getByText('加入'));
  await screen.findByLabelText(/^邀请码，邀请码不存在/);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByLabelText<HTMLInputElement>(/姓名/).value).toBe('江望');
});

test.each([
  '邀请码：hanyu2401',
  'HANYU-2401',
  ' ＨＡＮＹＵ２４０１',
  '\u200eHANYU 2401\u200e',
  invitation({ name: '软件 2024 团支部', joinCode: 'HANYU2401' }),
])('a code is taken as it is pasted from a chat: %s', async (pasted) => {
  serve({ 'invitation.accept': () => joined });
  show(<JoinPanel />);
  fill();
  fireEvent.change(screen.getByLabelText(/邀请码/), { target: { value: pasted } });
  fireEvent.click(screen.getByRole('checkbox'));
  fireEvent.click(screen.getByText('加入'));
  expect(screen.queryByText(/最多/)).toBeNull();
  await waitFor(() => expect(sent('invitation.accept')).toMatchObject([{ code: 'HANYU2401' }]));
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
  expect(sent('invitation.accept')).toHaveLength(0);
});

const invited = { orgName: '软件 2401 团支部', approval: false, role: null, inside: false };

test('says which org it is once the code is complete, before anything is sent', async () => {
  serve({ 'invitation.preview': () => invited });
  show(<JoinPanel />);
  fill();
  expect(sent('invitation.preview')).toEqual([]);
  fireEvent.blur(screen.getByLabelText(/邀请码/));
  await screen.findByText('软件 2401 团支部');
  expect(sent('invitation.preview')).toEqual([{ code: 'HANYU2401' }]);
  expect(sent('invitation.accept')).toEqual([]);
});

test('from a link the code is not asked for, unless it lets nobody in any more', async () => {
  serve({ 'invitation.preview': () => invited, 'invitation.accept': () => joined });
  show(<JoinPanel code="HANYU2401" />);
  await screen.findByText('软件 2401 团支部');
  expect(screen.queryByLabelText(/邀请码/)).toBeNull();
  fireEvent.change(screen.getByLabelText(/姓名/), { target: { value: '江望' } });
  fireEvent.click(screen.getByRole('checkbox'));
  fireEvent.click(screen.getByText('加入'));
  await waitFor(() => expect(sent('invitation.accept')).toMatchObject([{ code: 'HANYU2401', name: '江望' }]));
});

test('a link that has expired says so, and lets another code be typed', async () => {
  serve({ 'invitation.preview': () => new Refusal('INVITATION_EXPIRED') });
  show(<JoinPanel code="HANYU2401" />);
  await screen.findByLabelText(/^邀请码，这个邀请已经过期/);
});

test('where the branch is asked, the button says so, and one waits on the first screen and can take it back', async () => {
  const request = { id: 'j1', orgName: '软件 2401 团支部', at: 1, until: 2, sentence: '', mayEnter: false };
  let items = [] as (typeof request & { state: 'waiting' | 'withdrawn' })[];
  serve({
    'invitation.preview': () => ({ ...invited, approval: true }),
    'invitation.mine': () => ({ items }),
    'invitation.accept': () => {
      items = [{ ...request, state: 'waiting' }];
      return { outcome: 'waiting', orgName: request.orgName };
    },
    'invitation.withdraw': () => ({ items: (items = [{ ...request, state: 'withdrawn' }]) }),
  });
  show(<JoinPanel code="HANYU2401" />);
  fireEvent.change(screen.getByLabelText(/姓名/), { target: { value: '江望' } });
  fireEvent.click(screen.getByRole('checkbox'));
  fireEvent.click(await screen.findByText('申请加入'));
  await screen.findByText('等软件 2401 团支部同意');
  // Nothing more is asked of who waits, unless he wants to.
  expect(screen.queryByLabelText(/姓名/)).toBeNull();
  fireEvent.click(screen.getByText('看这份邀请'));
  screen.getByLabelText(/姓名/);
  fireEvent.click(screen.getByText('撤回申请'));
  await waitFor(() => expect(screen.queryByText('等软件 2401 团支部同意')).toBeNull());
  expect(sent('invitation.withdraw')).toMatchObject([{ id: 'j1' }]);
});

test('who was approved comes in with one tap', async () => {
  const request = { id: 'j1', orgName: '软件 2401 团支部', at: 1, until: 2, sentence: '欢迎' };
  const state = 'approved' as const;
  serve({
    'invitation.mine': () => ({ items: [{ ...request, state, mayEnter: true }] }),
    'invitation.enter': () => ({ items: [{ ...request, state, mayEnter: false }] }),
  });
  show(<JoinPanel />);
  await screen.findByText('欢迎');
  expect(screen.queryByText('加入')).toBeNull();
  fireEvent.click(screen.getByText('进入'));
  await waitFor(() => expect(useSnackbar.getState().message?.text).toBe('已加入软件 2401 团支部'));
});

describe('two of one name are expected', () => {
  const question = '您哪一年入学或入职？';
  const asked = () => new Refusal('JOIN_NAMESAKE', [{ path: 'answer', message: question }]);
  const send = () => {
    fill();
    fireEvent.click(screen.getByRole('checkbox'));
    fireEvent.click(screen.getByText('加入'));
  };
  beforeEach(() => serve({ 'invitation.accept': ({ answer }) => (answer === undefined ? asked() : joined) }));

  test('the question is asked once, without a word of failure, and the answer is sent along', async () => {
    show(<JoinPanel />);
    send();
    const field = await screen.findByLabelText(question);
    expect(screen.queryByRole('alert')).toBeNull();
    fireEvent.click(screen.getByText('加入'));
    expect(screen.getByText('请回答，或选“不清楚，照常加入”')).toBeTruthy();
    fireEvent.change(field, { target: { value: ' 2024 ' } });
    fireEvent.click(screen.getByText('加入'));
    await waitFor(() => expect(useSnackbar.getState().message?.text).toBe('已加入支部'));
    expect(sent('invitation.accept').map(({ answer }) => answer)).toEqual([undefined, '2024']);
  });

  test('whoever does not know joins all the same', async () => {
    show(<JoinPanel />);
    send();
    fireEvent.click(await screen.findByText('不清楚，照常加入'));
    await waitFor(() => expect(sent('invitation.accept').map(({ answer }) => answer)).toEqual([undefined, '']));
  });

  test('another name is not asked the question of the first', async () => {
    show(<JoinPanel />);
    send();
    await screen.findByLabelText(question);
    fireEvent.change(screen.getByLabelText(/姓名/), { target: { value: '江远' } });
    expect(screen.queryByLabelText(question)).toBeNull();
    fireEvent.click(screen.getByText('加入'));
    await waitFor(() => expect(sent('invitation.accept')).toHaveLength(2));
    expect(sent('invitation.accept')[1]).not.toHaveProperty('answer');
  });
});
