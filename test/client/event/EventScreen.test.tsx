import { fireEvent, screen, waitFor } from '@testing-library/react';
import { EventScreen } from '@/features/event/EventScreen';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { event } from '../support/facts';
import { freshPhone, lost, Refusal, sent, serve, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));
jest.mock('@backend/PersonaSwitch', () => ({ PersonaWelcome: () => null }));

const answer = (value: string) => fireEvent.change(screen.getByLabelText(/^朗诵篇目/), { target: { value } });

beforeEach(() => freshPhone());

describe('signing up', () => {
  it('tells the minutes before the form opens', () => {
    serve({});
    show(<EventScreen event={event} />);
    expect(screen.getByText('要答 2 个问题，大约 1 分钟。')).toBeTruthy();
    expect(screen.queryByLabelText(/^朗诵篇目/)).toBeNull();
  });

  it('takes one tap where nothing is asked', async () => {
    serve({ 'event.signUp': () => ({ event: { ...event, mine: { state: 'in' } } }) });
    show(<EventScreen event={{ ...event, form: [] }} />);
    fireEvent.click(screen.getByText('报名', { selector: 'button' }));
    await waitFor(() => expect(sent('event.signUp')).toHaveLength(1));
  });

  it('sends nothing while a required answer is missing', () => {
    serve({});
    show(<EventScreen event={event} />);
    fireEvent.click(screen.getByText('报名', { selector: 'button' }));
    fireEvent.click(screen.getByText('提交，报名'));
    expect(sent('event.signUp')).toHaveLength(0);
    expect(screen.getByText('请填写')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText(/^朗诵篇目/));
    expect(screen.getByText('有 1 处要改', { selector: '[aria-live]' })).toBeTruthy();
  });

  it('whose reply was lost is sent again under the same id from another page, and other answers are not said to be taken', async () => {
    const queue: Record<string, unknown>[] = [];
    let online = false;
    serve({
      'event.signUp': (input) => {
        if (queue.length === 0) queue.push(input);
        if (!online) return lost;
        const same = JSON.stringify(queue[0]?.answers) === JSON.stringify(input.answers);
        return same ? { event: { ...event, mine: { state: 'in' } } } : new Refusal('ALREADY_SIGNED_UP');
      },
    });
    const first = show(<EventScreen event={event} />);
    fireEvent.click(screen.getByText('报名', { selector: 'button' }));
    answer('将进酒');
    fireEvent.click(screen.getByText('提交，报名'));
    await screen.findByText(/您写的都还在/);
    first.unmount();
    show(<EventScreen event={event} />);
    fireEvent.click(screen.getByText('报名', { selector: 'button' }));
    answer('岳阳楼记');
    online = true;
    fireEvent.click(screen.getByText('提交，报名'));
    await waitFor(() => expect(useSnackbar.getState().message?.text).toContain('收下的是先前填的回答'));
    const [before, after] = sent('event.signUp');
    expect(after?.commandId).toBe(before?.commandId);
  });

  it('fills the answers of an earlier event into the next', async () => {
    serve({ 'event.signUp': () => ({ event: { ...event, mine: { state: 'in' } } }) });
    const first = show(<EventScreen event={event} />);
    fireEvent.click(screen.getByText('报名', { selector: 'button' }));
    answer('将进酒');
    fireEvent.click(screen.getByText('集体'));
    fireEvent.click(screen.getByText('提交，报名'));
    await waitFor(() => expect(sent('event.signUp')).toHaveLength(1));
    expect(sent('event.signUp')[0]?.answers).toEqual([
      { fieldId: 'q1', value: '将进酒' },
      { fieldId: 'q2', value: '集体' },
    ]);
    first.unmount();

    show(<EventScreen event={{ ...event, id: 'e2' }} />);
    fireEvent.click(screen.getByText('报名', { selector: 'button' }));
    expect(screen.getByLabelText<HTMLInputElement>(/^朗诵篇目/).value).toBe('将进酒');
    expect(screen.getByText('上次答过的已经替您填好，可以改。')).toBeTruthy();
  });

  it('closes the form once it was sent, so that it is not open again after the place is given back', async () => {
    serve({ 'event.signUp': () => ({ event: { ...event, mine: { state: 'in' } } }) });
    show(<EventScreen event={event} />);
    fireEvent.click(screen.getByText('报名', { selector: 'button' }));
    answer('将进酒');
    fireEvent.click(screen.getByText('集体'));
    fireEvent.click(screen.getByText('提交，报名'));
    await waitFor(() => expect(screen.queryByLabelText(/^朗诵篇目/)).toBeNull());
    expect(taro.pageScrollTo).toHaveBeenLastCalledWith({ selector: '.sx-my-place', duration: 200 });
  });

  it.each([
    ['the network is lost', lost, /连不上网络/],
    ['the last place went to somebody else', new Refusal('EVENT_FULL'), '报名与候补都已满。'],
  ] as const)('keeps the answers when %s', async (_name, reply, said) => {
    serve({ 'event.signUp': () => reply });
    show(<EventScreen event={event} />);
    fireEvent.click(screen.getByText('报名', { selector: 'button' }));
    answer('将进酒');
    fireEvent.click(screen.getByText('提交，报名'));
    await screen.findByText(said);
    expect(screen.getByLabelText<HTMLInputElement>(/^朗诵篇目/).value).toBe('将进酒');
  });
});

it('goes to the answer that the server refuses, whatever its place among those sent', async () => {
  const [first, second] = event.form;
  const asked = { ...event, form: [{ ...second, required: false }, first] as typeof event.form };
  serve({ 'event.signUp': () => new Refusal('BAD_INPUT', [{ path: 'answers.0.value', message: '请换一篇' }]) });
  show(<EventScreen event={asked} />);
  fireEvent.click(screen.getByText('报名', { selector: 'button' }));
  answer('将进酒');
  fireEvent.click(screen.getByText('提交，报名'));
  await screen.findByText('请换一篇');
  expect(document.activeElement).toBe(screen.getByLabelText(/^朗诵篇目/));
});

describe('a question that has the name of something every object has', () => {
  it.each(['toString', 'constructor', '__proto__'])(
    '%s is shown and answered, and the page is not blank',
    async (label) => {
      const odd = {
        ...event,
        form: [{ id: 'constructor', label, kind: 'text' as const, required: true, options: [] }],
      };
      serve({ 'event.signUp': () => ({ event: { ...odd, mine: { state: 'in' } } }) });
      show(<EventScreen event={odd} />);
      fireEvent.click(screen.getByText('报名', { selector: 'button' }));
      const field = () => screen.getByLabelText<HTMLInputElement>(new RegExp(`^${label}`));
      expect(field().value).toBe('');
      fireEvent.click(screen.getByText('提交，报名'));
      expect(sent('event.signUp')).toHaveLength(0);
      fireEvent.change(field(), { target: { value: '好' } });
      fireEvent.click(screen.getByText('提交，报名'));
      await waitFor(() => expect(sent('event.signUp')[0]?.answers).toEqual([{ fieldId: 'constructor', value: '好' }]));
    },
  );
});

describe('having a place', () => {
  it('shows the place on the waitlist and how one moves up', () => {
    serve({});
    show(<EventScreen event={{ ...event, left: 0, waiting: 5, mine: { state: 'waiting', place: 2 } }} />);
    expect(screen.getByText('候补第 2 位')).toBeTruthy();
    expect(screen.getByText(/自动递补/)).toBeTruthy();
  });

  it('is given back only after the person was told what it means', async () => {
    serve({ 'event.cancelSignup': () => ({ event }) });
    taro.showModal.mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: '' });
    show(<EventScreen event={{ ...event, mine: { state: 'in' } }} />);
    fireEvent.click(screen.getByText('取消报名'));
    await waitFor(() => expect(taro.showModal).toHaveBeenCalledTimes(1));
    expect(sent('event.cancelSignup')).toHaveLength(0);

    taro.showModal.mockResolvedValueOnce({ confirm: true, cancel: false, errMsg: '' });
    fireEvent.click(screen.getByText('取消报名'));
    await waitFor(() => expect(sent('event.cancelSignup')).toHaveLength(1));
  });
});

describe('an organiser', () => {
  it('finds what can be done before the introduction, and nothing to call off once it is over', () => {
    serve({});
    const mine = { ...event, mayManage: true };
    const coming = show(<EventScreen event={mine} />);
    const after = screen.getByText('报名名单').compareDocumentPosition(screen.getByText(event.about));
    expect(after & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(screen.getByText('取消活动')).toBeTruthy();
    coming.unmount();
    show(<EventScreen event={{ ...mine, startsAt: 1, endsAt: 2, deadline: 1 }} />);
    expect(screen.getByText('报名名单')).toBeTruthy();
    for (const gone of ['修改活动', '取消活动']) expect(screen.queryByText(gone)).toBeNull();
  });
});

describe('once the event is over', () => {
  it.each([
    ['a seat', { state: 'in' }, '活动已经结束。'],
    ['a place on the waitlist', { state: 'waiting', place: 1 }, '活动已经结束，这次没有轮到。'],
  ] as const)('%s asks nothing more of anybody', (_name, mine, said) => {
    serve({});
    show(<EventScreen event={{ ...event, mine, startsAt: 1, endsAt: 2, deadline: 1 }} />);
    expect(screen.getByText(said)).toBeTruthy();
    expect(screen.queryByText(/请取消|自动递补|^取消报名|退出候补/)).toBeNull();
  });
});

describe('an event that takes nobody', () => {
  it('offers no button and says why', () => {
    serve({});
    show(<EventScreen event={{ ...event, deadline: Date.now() - 1000 }} />);
    expect(screen.queryByText('报名', { selector: 'button' })).toBeNull();
    expect(screen.getByText(/报名已截止。/)).toBeTruthy();
  });

  it('is no longer "signed up" once it was called off', () => {
    serve({});
    show(<EventScreen event={{ ...event, cancelled: true, mine: { state: 'in' } }} />);
    expect(screen.queryByText('已报名')).toBeNull();
    // Said before the introduction, which may fill the screen.
    const said = screen.getByText(/由组织者取消/);
    expect(said.compareDocumentPosition(screen.getByText(event.about)) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });
});
