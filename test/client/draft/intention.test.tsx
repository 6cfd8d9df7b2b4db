import { act, renderHook } from '@testing-library/react';
import { useCommandCall } from '@/shared/call/command';
import { useDraft } from '@/shared/draft/useDraft';
import { sameWords, standingOf } from '@/shared/draft/standing';
import { ticketOf } from '../feedback/tickets';
import { freshPhone, lost, Refusal, sent, serve } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const filed = ticketOf({ kind: 'complaint', text: '灯坏了' });

/** A form of one field, and its command. */
function open() {
  const { result, unmount } = renderHook(() => {
    const draft = useDraft('form', { text: '' });
    return { draft, submit: useCommandCall('feedback.submit', { intention: draft.intention }) };
  });
  return {
    form: result,
    close: unmount,
    type: (text: string) => act(() => result.current.draft.change(() => ({ text }))),
    send: () => act(() => result.current.submit.run({ kind: 'complaint', text: result.current.draft.value.text })),
  };
}
const ids = () => sent('feedback.submit').map(({ commandId }) => commandId);
const outcome = (answer: typeof lost | Refusal | 'done') =>
  serve({ 'feedback.submit': () => (answer === 'done' ? { feedback: filed } : answer) });

beforeEach(() => freshPhone());

test('a refusal of the second sending does not forget that the first may have happened', async () => {
  const { type, send } = open();
  type('灯坏了');
  for (const answer of [lost, new Refusal('FORBIDDEN'), new Refusal('RATE_LIMITED'), 'done'] as const) {
    outcome(answer);
    await send();
  }
  expect(ids()).toHaveLength(4);
  expect(new Set(ids()).size).toBe(1);
});

test('a first sending that was refused leaves nothing to be careful about', async () => {
  const { form, type, send } = open();
  type('灯坏了');
  outcome(new Refusal('BAD_INPUT'));
  await send();
  expect(form.current.draft.unanswered).toEqual([]);
});

test('what was done is done: the next words are another thing', async () => {
  const { type, send } = open();
  outcome('done');
  type('灯坏了');
  await send();
  await send();
  expect(new Set(ids()).size).toBe(2);
});

test('a draft thrown away takes its id along, and taken back brings it back', async () => {
  const first = open();
  first.type('灯坏了');
  outcome(lost);
  await first.send();
  let undo = (): void => undefined;
  act(() => {
    undo = first.form.current.draft.discard();
  });
  expect(first.form.current.draft.unanswered).toEqual([]);
  act(() => undo());
  first.close();
  const again = open();
  expect(again.form.current.draft.value.text).toBe('灯坏了');
  await again.send();
  expect(new Set(ids()).size).toBe(1);
});

test('what stands is told from what was typed as the server would keep it', () => {
  expect(sameWords({ a: ' 江雪\u200b', b: [null, 1] }, { a: '江雪', b: ['x', 1] })).toBe(true);
  expect(sameWords({ a: '江雪' }, { a: '江雪', b: 1 })).toBe(false);
  expect(sameWords({ a: '江雪' }, null)).toBe(false);
  expect(standingOf('新', ['旧'], '新')).toBe('these');
  expect(standingOf('新', ['旧'], '旧')).toBe('earlier');
  expect(standingOf('新', ['旧'], '别人的')).toBe('other');
  expect(standingOf('新', ['新'], '别人的')).toBe('these');
});
