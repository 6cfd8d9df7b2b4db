import { fireEvent, screen, waitFor } from '@testing-library/react';
import { FeedbackForm } from '@/features/feedback/FeedbackForm';
import { Inbox } from '@/features/feedback/Inbox';
import { InboxTicket } from '@/features/feedback/InboxTicket';
import { MyTicket } from '@/features/feedback/MyTicket';
import { MyTickets } from '@/features/feedback/MyTickets';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { ticketOf } from './tickets';
import { freshPhone, lost, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const feedback = ticketOf();
beforeEach(() => freshPhone());

test('whoever writes gets a ticket number and a date', async () => {
  serve({ 'feedback.submit': () => ({ feedback }) });
  show(<FeedbackForm />);
  fireEvent.click(screen.getByText('投诉'));
  fireEvent.change(screen.getByLabelText('内容'), { target: { value: '希望周末也开放' } });
  fireEvent.click(screen.getByText('提交'));
  await waitFor(() => expect(useSnackbar.getState().message?.text).toContain('20261123-4F7K'));
  expect(useSnackbar.getState().message?.text).toContain('11月30日');
  expect(sent('feedback.submit')).toMatchObject([{ kind: 'complaint', text: '希望周末也开放' }]);
  expect(screen.getByLabelText<HTMLTextAreaElement>('内容').value).toBe('');
});

test('a lost network loses no word', async () => {
  serve({ 'feedback.submit': () => lost });
  const form = show(<FeedbackForm />);
  fireEvent.change(screen.getByLabelText('内容'), { target: { value: '写了很久' } });
  fireEvent.click(screen.getByText('提交'));
  await screen.findByText(/写的都还在/);
  form.unmount();
  show(<FeedbackForm />);
  expect(screen.getByLabelText<HTMLTextAreaElement>('内容').value).toBe('写了很久');
});

test('an unanswered ticket shows the day it is due, an answered one its answer', async () => {
  const turns = [{ id: 't1', from: 'office' as const, text: '已转图书馆', at: feedback.at }];
  const answered = ticketOf({ id: 'f2', state: 'answered', turns });
  serve({ 'feedback.mine': () => ({ items: [feedback, answered], next: null }) });
  show(<MyTickets />);
  await screen.findByText(/11月30日 周一前答复/);
  expect(screen.getByText('已转图书馆')).toBeTruthy();
});

test('the administrator answers in the inbox', async () => {
  serve({
    'feedback.inbox': () => ({ items: [feedback], next: null }),
    'feedback.reply': () => ({ feedback }),
  });
  show(<Inbox />);
  fireEvent.click(await screen.findByText('答复'));
  fireEvent.change(screen.getByLabelText('答复'), { target: { value: '本周五前回复您' } });
  fireEvent.click(screen.getByText('发出答复'));
  await waitFor(() => expect(sent('feedback.reply')).toMatchObject([{ id: 'f1', text: '本周五前回复您' }]));
});

test('a reply of which nothing can be seen is refused at its field, when it is sent', async () => {
  serve({ 'feedback.inbox': () => ({ items: [feedback], next: null }) });
  show(<Inbox />);
  fireEvent.click(await screen.findByText('答复'));
  fireEvent.change(screen.getByLabelText('答复'), { target: { value: '\u200b\u200b' } });
  fireEvent.click(screen.getByText('发出答复'));
  await screen.findByText('请填写答复');
  expect(sent('feedback.reply')).toHaveLength(0);
});

test('whoever wishes it sends without his name', async () => {
  serve({ 'feedback.submit': () => ({ feedback: ticketOf({ anonymous: true }) }) });
  show(<FeedbackForm />);
  fireEvent.change(screen.getByLabelText('内容'), { target: { value: '希望周末也开放' } });
  fireEvent.click(screen.getByText(/匿名/));
  fireEvent.click(screen.getByText('提交'));
  await waitFor(() => expect(sent('feedback.submit')).toMatchObject([{ anonymous: true }]));
});

test('a day counted without the holidays of its year says so', async () => {
  serve({ 'feedback.mine': () => ({ items: [ticketOf({ roughly: true, replyBy: '20270105' })], next: null }) });
  show(<MyTickets />);
  await screen.findByText(/节假日安排还没公布/);
});

test('one’s own ticket takes more words, and is closed', async () => {
  const turns = [{ id: 't1', from: 'office' as const, text: '已转图书馆', at: feedback.at }];
  serve({
    'feedback.get': () => ({ feedback: ticketOf({ state: 'answered', turns }) }),
    'feedback.follow': () => ({ feedback: ticketOf({ state: 'reopened', turns }) }),
    'feedback.close': () => ({ feedback: ticketOf({ state: 'closed', turns }) }),
  });
  show(<MyTicket id="f1" />);
  fireEvent.change(await screen.findByLabelText('接着说'), { target: { value: '三楼还没有' } });
  fireEvent.click(screen.getByText('提交'));
  await waitFor(() => expect(sent('feedback.follow')).toMatchObject([{ id: 'f1', text: '三楼还没有' }]));
  await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('接着说').value).toBe(''));
  fireEvent.click(screen.getByText('没有要说的了，办结'));
  await waitFor(() => expect(sent('feedback.close')).toMatchObject([{ id: 'f1' }]));
});

test('the office narrows what was received by state, kind and day', async () => {
  serve({ 'feedback.inbox': () => ({ items: [], next: null }) });
  show(<Inbox />);
  await screen.findByText('没有待答复的');
  fireEvent.click(screen.getByText('用不了'));
  fireEvent.click(screen.getByText('过了日子'));
  await screen.findByText('没有过了日子的');
  expect(sent('feedback.inbox').at(-1)).toMatchObject({ state: 'open', overdue: true, kind: 'fault' });
});

test('the office finds a ticket by a whole number, and by nothing less', async () => {
  serve({ 'feedback.inbox': () => ({ items: [], next: null }), 'feedback.find': () => ({ items: [] }) });
  show(<Inbox />);
  fireEvent.change(screen.getByLabelText('按编号找'), { target: { value: '20261123-4f7' } });
  expect(sent('feedback.find')).toEqual([]);
  fireEvent.change(screen.getByLabelText('按编号找'), { target: { value: '20261123-4f7k' } });
  await screen.findByText('没有这个编号');
  expect(sent('feedback.find')).toMatchObject([{ ticket: '20261123-4F7K' }]);
});

test('the office takes a ticket in hand, and sees who sent it', async () => {
  let ticket = ticketOf({ overdue: true });
  serve({
    'feedback.ticket': () => ({ feedback: ticket, by: '林晓' }),
    'feedback.take': () => {
      ticket = ticketOf({ taken: 'me', state: 'inHand' });
      return { feedback: ticket };
    },
  });
  show(<InboxTicket id="f1" />);
  await screen.findByText('提交者：林晓');
  expect(screen.getByText(/已过承诺的日子/)).toBeTruthy();
  fireEvent.click(screen.getByText('我来办'));
  await screen.findByText('您在办理');
  expect(sent('feedback.take')).toMatchObject([{ id: 'f1', take: true }]);
});

test('whoever gave a mistaken answer takes it back', async () => {
  const feedback = ticketOf({ state: 'answered', reply: { text: '好', at: 1 }, undoUntil: 2 });
  serve({ 'feedback.ticket': () => ({ feedback, by: null }), 'feedback.unreply': () => ({ feedback: ticketOf() }) });
  show(<InboxTicket id="f1" />);
  fireEvent.click(await screen.findByText('撤回答复'));
  await waitFor(() => expect(sent('feedback.unreply')).toMatchObject([{ id: 'f1' }]));
});
