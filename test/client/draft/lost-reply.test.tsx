import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { EventDetail } from '@contract/domains/event/actions';
import type { OfficeTicket } from '@contract/domains/feedback/actions';
import type { RecommendationDetail } from '@contract/domains/recommendation/actions';
import { EventForm } from '@/features/event/EventForm';
import { emptyPlan } from '@/features/event/plan';
import { Replan } from '@/features/event/Replan';
import { FeedbackForm } from '@/features/feedback/FeedbackForm';
import { Inbox } from '@/features/feedback/Inbox';
import { Revise } from '@/features/recommendation/Revise';
import { emptyWords } from '@/features/recommendation/words';
import { WriteForm } from '@/features/recommendation/WriteForm';
import { queryClient } from '@/shared/call/client';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { book, event, recommendation } from '../support/facts';
import { ticketOf } from '../feedback/tickets';
import { freshPhone, lost, Refusal, sent, serve, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

/* A back end that does what it is told and whose replies do not arrive until `online`. */
let online: boolean;
let events: Map<string, EventDetail>;
let recommendations: Map<string, RecommendationDetail>;
let tickets: Map<string, OfficeTicket>;

const once = <T,>(kept: Map<string, T>, id: string, made: () => T): T => {
  const thing = kept.get(id) ?? made();
  kept.set(id, thing);
  return thing;
};
const answer = <R,>(reply: R) => (online ? reply : lost);
const saved = jest.fn();

function startServer(): void {
  const revised = new Set<string>();
  serve({
    'event.create': ({ commandId, ...plan }) =>
      answer({ event: once(events, commandId, () => ({ ...event, ...plan, id: `e${events.size}`, mayManage: true })) }),
    'event.get': () => ({ event: { ...event, ...[...events.values()][0], mayManage: true } }),
    'event.revise': ({ commandId, version, ...plan }) => {
      const standing = { ...event, mayManage: true, ...events.get('e1') };
      if (revised.has(commandId)) return answer({ event: standing });
      if (version !== standing.version) return answer(new Refusal('CONFLICT'));
      revised.add(commandId);
      const next = { ...standing, ...plan, version: version + 1 };
      events.set('e1', next);
      return answer({ event: next });
    },
    'recommendation.create': ({ commandId, reason, questions, pointer }) =>
      answer({
        recommendation: once(recommendations, commandId, () => ({ ...recommendation, reason, questions, pointer })),
      }),
    'recommendation.get': () => ({
      recommendation: [...recommendations.values()][0] ?? recommendation,
      status: null,
      mayEdit: true,
    }),
    'feedback.submit': ({ commandId, kind, text }) =>
      answer({
        feedback: once(tickets, commandId, () =>
          ticketOf({ id: `f${tickets.size}`, ticket: `20261123-000${tickets.size}`, kind, text }),
        ),
      }),
    'feedback.inbox': () => ({ items: [...tickets.values()], next: null }),
    'feedback.reply': ({ id, text }) => {
      const ticket = tickets.get(id);
      if (!ticket) return new Refusal('NOT_FOUND');
      if (ticket.reply && ticket.reply.text !== text) return answer(new Refusal('CONFLICT'));
      const turns = [{ id: 't1', from: 'office' as const, text, at: 0 }];
      const feedback = { ...ticket, reply: { text, at: 0 }, state: 'answered' as const, turns };
      tickets.set(id, feedback);
      return answer({ feedback });
    },
  });
}

beforeEach(() => {
  freshPhone();
  online = false;
  events = new Map();
  recommendations = new Map();
  tickets = new Map();
  saved.mockClear();
  taro.showModal.mockClear();
  taro.redirectTo.mockClear();
  startServer();
});

const box = (label: string) => screen.getByLabelText<HTMLTextAreaElement>(new RegExp(`^${label}`));
const fill = (label: string, value: string) => fireEvent.change(box(label), { target: { value } });
const noReply = () => screen.findByText(/您写的都还在/);

let leave: () => void;
const newEvent = () => {
  const startsAt = Date.now() + 72 * 3_600_000;
  const times = { startsAt, endsAt: startsAt + 3_600_000, deadline: startsAt };
  const start = { ...emptyPlan, orgId: 'org1', place: '书屋', about: '来读', capacity: '9', ...times };
  leave = show(<EventForm orgs={[]} base={null} start={start} onSaved={saved} />).unmount;
};
const newRecommendation = () => {
  leave = show(
    <WriteForm orgs={[]} base={null} start={{ ...emptyWords, orgId: 'org1', book }} onSaved={saved} />,
  ).unmount;
};
/** The page is left, and the app ended and started again: only what is on the phone is left. */
const restart = (open: () => void) => {
  leave();
  queryClient.clear();
  open();
};

describe('a reply is lost, the form closed and the app started again', () => {
  it('an event sent again is one event', async () => {
    newEvent();
    fill('活动名称', '一席江声');
    fireEvent.click(screen.getByText('发布'));
    await noReply();
    restart(newEvent);
    expect(box('活动名称').value).toBe('一席江声');
    expect(screen.getByText(/可能已经成功。再发一次就知道，不会重复/)).toBeTruthy();
    online = true;
    fireEvent.click(screen.getByText('发布'));
    await waitFor(() => expect(saved).toHaveBeenCalledTimes(1));
    expect(events.size).toBe(1);
    expect(sent('event.create')[1]?.commandId).toBe(sent('event.create')[0]?.commandId);
    // The next one is another.
    restart(newEvent);
    fill('活动名称', '二席江声');
    fireEvent.click(screen.getByText('发布'));
    await waitFor(() => expect(events.size).toBe(2));
  });

  it('an event whose words were changed meanwhile is one event still, and the new words come to its revision', async () => {
    newEvent();
    fill('活动名称', '一席江声');
    fireEvent.click(screen.getByText('发布'));
    await noReply();
    restart(newEvent);
    fill('活动名称', '一席江声（改期）');
    online = true;
    fireEvent.click(screen.getByText('发布'));
    await waitFor(() => expect(taro.redirectTo).toHaveBeenCalled());
    expect(events.size).toBe(1);
    expect(taro.showModal).toHaveBeenCalledTimes(1);
    expect(taro.redirectTo).toHaveBeenCalledWith({ url: expect.stringContaining('id=e0') as string });
    restart(() => (leave = show(<Replan id="e0" />).unmount));
    await waitFor(() => expect(box('活动名称').value).toBe('一席江声（改期）'));
  });

  it('the newer words are let go when the organiser says so', async () => {
    newEvent();
    fill('活动名称', '一席江声');
    fireEvent.click(screen.getByText('发布'));
    await noReply();
    fill('活动名称', '别的名字');
    online = true;
    taro.showModal.mockResolvedValueOnce({ confirm: false });
    fireEvent.click(screen.getByText('发布'));
    await waitFor(() => expect(saved).toHaveBeenCalledWith(expect.objectContaining({ title: '一席江声' })));
    expect(events.size).toBe(1);
    restart(newEvent);
    expect(box('活动名称').value).toBe('');
  });

  it('words changed after a sending that never arrived are simply published', async () => {
    serve({ 'event.create': () => lost });
    newEvent();
    fill('活动名称', '一席江声');
    fireEvent.click(screen.getByText('发布'));
    await noReply();
    startServer();
    online = true;
    fill('活动名称', '别的名字');
    fireEvent.click(screen.getByText('发布'));
    await waitFor(() => expect(saved).toHaveBeenCalledWith(expect.objectContaining({ title: '别的名字' })));
    expect(taro.showModal).not.toHaveBeenCalled();
  });

  it('a recommendation sent again is one recommendation', async () => {
    newRecommendation();
    fill('荐语', '值得慢慢读');
    for (const label of ['第一问', '第二问', '第三问']) fill(label, label);
    fill('只有十分钟', '第一章');
    fireEvent.click(screen.getByText('发布'));
    await noReply();
    restart(newRecommendation);
    fill('荐语', '值得慢慢读，两遍');
    online = true;
    fireEvent.click(screen.getByText('发布'));
    await waitFor(() => expect(taro.redirectTo).toHaveBeenCalled());
    expect(recommendations.size).toBe(1);
    restart(() => (leave = show(<Revise id="r1" />).unmount));
    await waitFor(() => expect(box('荐语').value).toBe('值得慢慢读，两遍'));
  });

  it('a complaint sent again is one ticket; changed since, it is told and the words stay', async () => {
    const open = () => (leave = show(<FeedbackForm />).unmount);
    open();
    fill('内容', '灯坏了');
    fireEvent.click(screen.getByText('提交'));
    await noReply();
    restart(open);
    fill('内容', '灯坏了，二楼');
    online = true;
    fireEvent.click(screen.getByText('提交'));
    await waitFor(() => expect(taro.showModal).toHaveBeenCalled());
    expect(tickets.size).toBe(1);
    expect(box('内容').value).toBe('灯坏了，二楼');
    // Sent once more on purpose, it is a supplement.
    fireEvent.click(screen.getByText('提交'));
    await waitFor(() => expect(useSnackbar.getState().message?.text).toContain('20261123-0001'));
    expect(tickets.size).toBe(2);
  });

  it('an answer to a complaint is kept as written, and goes once it stands', async () => {
    tickets.set('f1', ticketOf({ text: '灯坏了' }));
    const open = () => (leave = show(<Inbox />).unmount);
    open();
    fireEvent.click(await screen.findByText('答复'));
    fill('答复', '明天修');
    restart(open);
    await waitFor(() => expect(box('答复').value).toBe('明天修'));
    fireEvent.click(screen.getByText('发出答复'));
    await noReply();
    restart(open);
    await screen.findByText('明天修');
    expect(screen.queryByText('发出答复')).toBeNull();
    expect(screen.queryByText('修改答复')).toBeNull();
  });
});

describe('the reply to a revision is lost', () => {
  const open = () => (leave = show(<Replan id="e1" />).unmount);
  const saveTitle = async (title: string) => {
    await waitFor(() => expect(box('活动名称')).toBeTruthy());
    fill('活动名称', title);
    fireEvent.click(screen.getByText('保存修改'));
    await noReply();
  };

  it('reopened, it is not taken for somebody else’s, and what was changed since goes on top of it', async () => {
    open();
    await saveTitle('改过的');
    restart(open);
    await waitFor(() => expect(box('活动名称').value).toBe('改过的'));
    await act(() => queryClient.refetchQueries());
    expect(screen.queryByText('这里刚被别人改过')).toBeNull();
    fill('活动名称', '又改的');
    online = true;
    fireEvent.click(screen.getByText('保存修改'));
    await waitFor(() => expect(events.get('e1')).toMatchObject({ title: '又改的', version: 3 }));
  });

  it('what somebody else saved since is shown before it is replaced', async () => {
    open();
    await saveTitle('改过的');
    events.set('e1', { ...event, ...events.get('e1'), title: '别人改的', version: 3 });
    restart(open);
    await screen.findByText('这里刚被别人改过');
    expect(box('活动名称').value).toBe('改过的');
  });
});
