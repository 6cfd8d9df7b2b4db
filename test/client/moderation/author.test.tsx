import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { Feedback } from '@contract/domains/feedback/actions';
import { Ticket } from '@/features/feedback/Ticket';
import { RenameForm } from '@/features/me/RenameForm';
import { OwnCaseFacts } from '@/features/moderation/OwnCaseFacts';
import { OwnCases } from '@/features/moderation/OwnCases';
import { Report } from '@/features/moderation/Report';
import { ownNextText, ownStateText } from '@/features/moderation/words';
import { savedText, stateText } from '@/features/recommendation/states';
import { HeldLine } from '@/shared/moderation/HeldLine';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { freshPhone, Refusal, sent, serve, show, taro } from '../support/screen';
import { own } from './facts';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const said = () => useSnackbar.getState().message;
const decision = { verdict: 'rejected', reason: 'contact', words: '', at: 1, byMachine: false } as const;
const until = Date.UTC(2026, 11, 14, 2);

beforeEach(() => freshPhone());

describe('words that wait', () => {
  const held = { of: 'publication', state: 'waiting', caseId: 'mc1' } as const;
  const card = { state: 'scheduled', publishAt: Date.UTC(2026, 10, 30, 1), held } as const;

  test('a reply that comes back as waiting does not look like success', () => {
    expect(savedText(card, 1)).toMatch(/正在审核/);
    expect(savedText({ ...card, held: undefined, state: 'published' }, 1)).toBe('荐书已发布');
    expect(stateText(card)).toBe('正在审核');
    expect(stateText({ ...card, state: 'withdrawn' })).toBe('已撤回');
  });

  test.each([
    ['publication', 'waiting', /别人还看不到/],
    ['publication', 'rejected', /别人看不到/],
    ['edit', 'waiting', /先前的内容仍然在/],
    ['edit', 'rejected', /还是先前的内容/],
  ] as const)('the page of the thing says so (%s, %s) and leads to the case', (of, state, means) => {
    show(<HeldLine held={{ of, state, caseId: 'mc1' }} />);
    expect(screen.getByText(means)).toBeTruthy();
    fireEvent.click(screen.getByText(/^看/));
    expect(taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/me/case/index?id=mc1' });
  });

  test('a new name that waits: the old one is said to stay', async () => {
    serve({ 'me.rename': () => ({ name: '林晓', held: { of: 'edit', state: 'waiting', caseId: 'mc1' } }) });
    show(<RenameForm name="林晓" />);
    fireEvent.input(screen.getByLabelText('姓名'), { target: { value: '林小晓' } });
    fireEvent.click(screen.getByText('保存'));
    await waitFor(() => expect(said()?.text).toBe('新姓名正在审核，通过前还叫林晓'));
    expect(said()?.undo).toBeUndefined();
  });
});

describe('我的内容审核', () => {
  test('each with how it stands and until when one may appeal', async () => {
    const rejected = own({ id: 'mc2', state: 'rejected', decision, mayAppealUntil: until });
    serve({ 'moderation.mine': () => ({ items: [own(), rejected], next: null }) });
    show(<OwnCases />);
    expect(await screen.findByText('正在审核')).toBeTruthy();
    expect(screen.getByText(/可申诉到 12月14日/)).toBeTruthy();
  });

  test('what was turned down: the reason in words, and one appeal that says until when', async () => {
    const rejected = own({ state: 'rejected', decision, mayAppealUntil: until, erasedAt: until });
    serve({ 'moderation.appeal': () => ({ case: own({ appeal: { text: 'x', at: 1, answered: false } }) }) });
    show(<OwnCaseFacts shown={rejected} />);
    expect(screen.getByText('不通过：引导私下联系或转账')).toBeTruthy();
    expect(screen.getByText(/只能申诉一次，12月14日/)).toBeTruthy();
    fireEvent.click(screen.getByText('提交申诉'));
    await screen.findByText('请写申诉理由');
    fireEvent.change(screen.getByLabelText(/申诉理由/), { target: { value: '这是值班电话' } });
    fireEvent.click(screen.getByText('提交申诉'));
    await waitFor(() => expect(sent('moderation.appeal')).toMatchObject([{ id: 'mc1', text: '这是值班电话' }]));
  });

  test('appealed once, there is no second one', () => {
    show(<OwnCaseFacts shown={own({ appeal: { text: '这是值班电话', at: 1, answered: false } })} />);
    expect(screen.getByText('申诉正在看')).toBeTruthy();
    expect(screen.queryByText('提交申诉')).toBeNull();
  });

  test('every state says what happens next', () => {
    const next = (over: Parameters<typeof own>[0]) => ownNextText(own(over));
    const appeal = { text: 'x', at: 1, answered: true };
    expect(next({})).toMatch(/审核员会来看.*别人看不到/);
    expect(next({ state: 'pending', byPerson: false, cause: 'edit' })).toMatch(/再查.*先前的内容/);
    expect(next({ appeal: { ...appeal, answered: false } })).toMatch(/另一位审核员/);
    expect(next({ state: 'visible' })).toMatch(/看得到了/);
    expect(next({ state: 'visible', cause: 'edit' })).toMatch(/已经生效/);
    expect(next({ state: 'rejected' })).toMatch(/改了再发/);
    expect(next({ state: 'rejected', cause: 'edit' })).toMatch(/还是先前的内容/);
    expect(next({ state: 'rejected', appeal })).toMatch(/以这次的结果为准/);
    expect(next({ state: 'overtaken' })).toMatch(/可以复制/);
    expect(ownStateText(own({ state: 'overtaken' }))).toBe('已改过');
  });
});

describe('举报', () => {
  test('one tap on a reason sends it, and it is said once', async () => {
    serve({ 'moderation.report': () => ({ reported: true }) });
    show(<Report kind="event" thing="e1" />);
    fireEvent.click(screen.getByText('举报'));
    fireEvent.click(screen.getByText('广告推销'));
    await screen.findByText(/已收到/);
    expect(sent('moderation.report')).toMatchObject([{ kind: 'event', thing: 'e1', reason: 'advertising', words: '' }]);
    expect(screen.queryByText('举报')).toBeNull();
  });

  test('其他 wants words first; a refusal is said where it was tapped', async () => {
    serve({ 'moderation.report': () => new Refusal('RATE_LIMITED') });
    show(<Report kind="recommendation" thing="r1" />);
    fireEvent.click(screen.getByText('举报'));
    fireEvent.click(screen.getByText('其他'));
    fireEvent.click(screen.getByText('发出'));
    await screen.findByText('请写一句哪里不合适');
    expect(sent('moderation.report')).toHaveLength(0);
    fireEvent.change(screen.getByLabelText(/说一句/), { target: { value: '照片里有孩子' } });
    fireEvent.click(screen.getByText('发出'));
    await waitFor(() => expect(sent('moderation.report')).toMatchObject([{ reason: 'other', words: '照片里有孩子' }]));
  });
});

test('in the office a grave complaint is opened by a tap, never withheld', () => {
  const feedback: Feedback = {
    ...{ id: 'f1', ticket: '20261123-4F7K', kind: 'complaint', text: '骂人的话', at: 1, replyBy: '20261130' },
    ...{ reply: null, folded: true, state: 'received', anonymous: false, turns: [] },
  };
  show(<Ticket feedback={feedback} />);
  expect(screen.queryByText('骂人的话')).toBeNull();
  fireEvent.click(screen.getByText('打开看'));
  expect(screen.getByText('骂人的话')).toBeTruthy();
});
