import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { Feedback } from '@contract/domains/feedback/actions';
import { FeedbackForm } from '@/features/feedback/FeedbackForm';
import { Inbox } from '@/features/feedback/Inbox';
import { MyTickets } from '@/features/feedback/MyTickets';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { freshPhone, lost, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const feedback: Feedback = {
  id: 'f1',
  ticket: '20261123-4F7K',
  kind: 'suggestion',
  text: '希望周末也开放',
  at: Date.UTC(2026, 10, 23, 2),
  replyBy: '20261130',
  reply: null,
};
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
  const answered = { ...feedback, id: 'f2', reply: { text: '已转图书馆', at: feedback.at } };
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
