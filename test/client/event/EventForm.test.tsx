import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { EventDetail } from '@contract/domains/event/actions';
import { addDays, dayOf, formDate, formTime, startOfDay, weekdayOf } from '@contract/day';
import { EventForm } from '@/features/event/EventForm';
import { emptyPlan } from '@/features/event/plan';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { event } from '../support/facts';
import { freshPhone, Refusal, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const HOUR_MS = 3_600_000;
const orgs = [{ id: 'org1', name: '团市委', kind: 'committee' as const }];
const saved = jest.fn();

/** An event of three hours, held on some evening, whose sign-up closed two days before. */
const start = startOfDay(addDays(dayOf(Date.now()), -20)) + 14.5 * HOUR_MS;
const last: EventDetail = {
  ...event,
  id: 'last',
  title: '江声诵读会 第三期',
  kind: 'lecture',
  place: '市民中心三楼',
  about: '带一首诗来。\n请准时。',
  startsAt: start,
  endsAt: start + 3 * HOUR_MS,
  deadline: startOfDay(addDays(dayOf(start), -2)) + 12 * HOUR_MS,
  capacity: 45,
  mayManage: true,
};

const open = (managed: EventDetail[] = []) => {
  serve({
    'event.list': () => ({ items: managed, next: null }),
    'event.get': ({ id }) => ({ event: managed.find((one) => one.id === id) ?? event }),
    'event.create': () => ({ event: { ...event, mayManage: true } }),
  });
  return show(
    <EventForm orgs={orgs} base={null} start={{ ...emptyPlan, orgId: 'org1', orgName: '团市委' }} onSaved={saved} />,
  );
};
const box = (label: string) => screen.getByLabelText<HTMLInputElement>(new RegExp(`^${label}`));
const fill = (label: string, value: string) => fireEvent.change(box(label), { target: { value } });
const press = (text: string) => fireEvent.click(screen.getByText(text));
const firstDay = () => screen.getAllByRole('radio')[0] as HTMLElement;
const created = () => sent('event.create')[0] as Record<string, unknown> & { startsAt: number; deadline: number };

beforeEach(() => {
  freshPhone();
  saved.mockClear();
});

describe('the common case', () => {
  it('is three texts and two taps, and what is collapsed is what is sent', async () => {
    open();
    expect(screen.getAllByRole('textbox')).toHaveLength(5);
    fill('活动名称', '江声');
    fireEvent.click(firstDay());
    fill('地点', '书屋');
    press('30');
    fill('活动介绍', '来读');
    expect(screen.getByText(/19:00–21:00，前一天 19:00 截止$/)).toBeTruthy();
    expect(screen.getByText('诵读，团市委主办，报名不问问题')).toBeTruthy();
    press('发布');
    await waitFor(() => expect(saved).toHaveBeenCalled());
    const { startsAt, deadline, ...rest } = created();
    expect([2, 5]).toContain(weekdayOf(dayOf(startsAt)));
    expect(formTime(startsAt)).toBe('19:00');
    expect(deadline).toBeLessThan(startsAt);
    expect(rest).toMatchObject({
      orgId: 'org1',
      kind: 'recitation',
      capacity: 30,
      endsAt: startsAt + 2 * HOUR_MS,
      form: [],
    });
  });

  it('counts what is missing, says who will see it, and marks nothing before a try', () => {
    open();
    expect(screen.getByText('还差 5 项')).toBeTruthy();
    expect(screen.getByText('将发布给团市委和下属组织的成员')).toBeTruthy();
    fill('活动名称', '江声');
    expect(screen.getByText('还差 4 项')).toBeTruthy();
    expect(document.querySelectorAll('.sx-field--wrong')).toHaveLength(0);
  });

  it('goes through what is missing in the order of the screen', () => {
    open();
    const labels = [...document.querySelectorAll('.sx-field__label')].map(({ textContent }) => textContent);
    press('发布');
    const marked = [...document.querySelectorAll('.sx-field--wrong .sx-field__label')].map((one) => one.textContent);
    expect(marked).toEqual(labels);
    expect(document.activeElement).toBe(box('活动名称'));
  });
});

describe('the times', () => {
  const times = () => screen.getByRole('button', { name: /截止\s*(改|收起)$/ });
  const pickTime = (index: number, value: string) =>
    fireEvent.change(screen.getAllByTestId('picker-time')[index] as HTMLElement, { target: { value } });

  it('can be set before there is a day, and come with it', () => {
    open();
    fireEvent.click(times());
    pickTime(0, '14:30');
    pickTime(1, '16:00');
    expect(times().textContent).toContain('14:30–16:00，前一天 19:00 截止');
    fireEvent.click(firstDay());
    expect(times().textContent).toContain('14:30–16:00');
  });

  it('may run over midnight', () => {
    open();
    fireEvent.click(times());
    pickTime(1, '00:30');
    fireEvent.click(firstDay());
    expect(times().textContent).toMatch(/19:00 至 .* 00:30/);
  });

  it('stay when another day is chosen', () => {
    open();
    fireEvent.click(firstDay());
    fireEvent.click(times());
    pickTime(0, '09:15');
    const other = formDate(Date.now() + 40 * 24 * HOUR_MS);
    fireEvent.change(screen.getAllByTestId('picker-date')[0] as HTMLElement, { target: { value: other } });
    expect(times().textContent).toContain('09:15–');
  });
});

describe('照上一场办', () => {
  it('brings everything but the day', async () => {
    open([{ ...last, id: 'off', cancelled: true }, last]);
    fireEvent.click(await screen.findByText('照上一场办'));
    await waitFor(() => expect(box('活动名称').value).toBe('江声诵读会 第四期'));
    expect(screen.getByText('还差 1 项')).toBeTruthy();
    expect(screen.getByText('14:30–17:30，前两天 12:00 截止')).toBeTruthy();
    fireEvent.click(firstDay());
    press('发布');
    await waitFor(() => expect(saved).toHaveBeenCalled());
    const { startsAt, endsAt, kind, place, about, capacity, form } = created();
    expect({ kind, place, about, capacity, form, time: formTime(startsAt) }).toEqual({
      kind: 'lecture',
      place: last.place,
      about: last.about,
      capacity: 45,
      form: last.form,
      time: '14:30',
    });
    expect(endsAt).toBe(startsAt + 3 * HOUR_MS);
  });

  it('means the latest of what is planned and was held, of the organiser’s own organisations', async () => {
    const planned = { ...last, id: 'planned', title: '江声诵读会 第四期', startsAt: last.startsAt + 999 * HOUR_MS };
    open([{ ...last, id: 'nearer', title: '夜读' }, planned, last]);
    expect(await screen.findByText(/^江声诵读会 第四期，/)).toBeTruthy();
    expect(sent('event.list')).toEqual([{ which: 'own' }]);
  });

  it('can be taken back to what was typed', async () => {
    open([last]);
    fill('活动名称', '我写的');
    fireEvent.click(await screen.findByText('照上一场办'));
    await waitFor(() => expect(box('地点').value).toBe(last.place));
    act(() => useSnackbar.getState().message?.undo?.());
    expect([box('活动名称').value, box('地点').value]).toEqual(['我写的', '']);
    expect(screen.getByText('照上一场办')).toBeTruthy();
  });

  it('is not there for whoever has held none, and costs no second call before it is wanted', async () => {
    const first = open();
    await waitFor(() => expect(sent('event.list')).toHaveLength(1));
    expect(screen.queryByText('照上一场办')).toBeNull();
    first.unmount();
    freshPhone();
    open([last]);
    await screen.findByText('照上一场办');
    expect(sent('event.get')).toHaveLength(0);
  });

  it('that cannot be fetched says so and leaves the form as it was', async () => {
    open([last]);
    const reply = { items: [last], next: null };
    serve({ 'event.list': () => reply, 'event.get': () => new Refusal('NOT_FOUND') });
    fireEvent.click(await screen.findByText('照上一场办'));
    await waitFor(() => expect(useSnackbar.getState().message).not.toBeNull());
    expect(box('地点').value).toBe('');
  });
});

it('what was written is there again after the form was left, collapsed parts included', () => {
  const form = open();
  fill('活动名称', '江声');
  fireEvent.click(firstDay());
  fireEvent.click(screen.getByRole('button', { name: /报名不问问题/ }));
  press('讲座');
  form.unmount();
  open();
  expect(box('活动名称').value).toBe('江声');
  expect(screen.getByText('讲座，团市委主办，报名不问问题')).toBeTruthy();
  expect(screen.getByText('还差 3 项')).toBeTruthy();
});
