import { noticeHandlers } from '../../../cloudfunctions/domains/notice/handlers';
import { noticeJobs } from '../../../cloudfunctions/domains/notice/jobs';
import { closeAll } from '../../../cloudfunctions/kernel/others';
import { createFunction, type HandlersOf } from '../../../cloudfunctions/kernel/serve';
import { outcomeOf } from '../../../cloudfunctions/kernel/memberMessages';
import type { CallWechat } from '../../../cloudfunctions/kernel/wechat';
import { notify, type NewNotice } from '../../../cloudfunctions/shared/notices/public';
import { DAY_MS, HOUR_MS } from '../../../contract/durations';
import { MESSAGE_TEMPLATES } from '../../../contract/deployment';
import type { Reply } from '../../../contract/errors';
import { fakePlatform } from '../kernel/memory';
import { member } from '../kernel/people';

beforeEach(() => void (process.env[MESSAGE_TEMPLATES] = 'event:E,reply:R,matter:M,digest:D'));
afterEach(() => void delete process.env[MESSAGE_TEMPLATES]);

const data = { title: '轮到您了', text: '已为您补上。' };
const seat = (about: string, to = 'a'): NewNotice => ({ to, kind: 'eventSeat', thing: 'e1', about, data });
let commands = 0;
const commandId = () => `command-${String((commands += 1)).padStart(12, '0')}`;

async function setUp(answer: CallWechat = () => Promise.resolve({ errcode: 0 })) {
  const platform = fakePlatform();
  const { db } = platform;
  for (const id of ['a', 'b']) await db.members.add(member(id));
  const api = createFunction('api', noticeHandlers as unknown as HandlersOf<'api'>, platform);
  const others = closeAll(db);
  const sent: { to: unknown; template: unknown }[] = [];
  const callWechat: CallWechat = (name, params) => {
    sent.push({ to: params.touser, template: params.template_id });
    return answer(name, params);
  };
  const call = async (who: string, action: string, input: object = {}) => {
    platform.caller = `openid-of-${who}`;
    const reply: Reply<unknown> = await api({ action, input });
    if (!reply.ok) throw new Error(reply.code);
    return reply.data as Record<string, never>;
  };
  const consent = (who: string, ...accepted: string[]) =>
    call(who, 'notice.consent', { commandId: commandId(), accepted });
  const tell = (notices: NewNotice[], now = platform.time) => notify(others, notices, now, { callWechat });
  const run = (now: number, able = true) =>
    noticeJobs.messages.step(db, {
      key: '',
      cursor: undefined,
      now,
      others,
      files: platform.files,
      callWechat: able ? callWechat : undefined,
    });
  const left = async (who: string) => (await db.consents.get(who))?.left;
  const states = async () => (await db.notices.find({}, { limit: 99 })).map(({ message }) => message);
  return { platform, db, others, sent, call, consent, tell, run, left, states };
}

describe('a notice', () => {
  it('told again, in any call, is there once; about something else it is another', async () => {
    const { tell, db } = await setUp();
    await Promise.all([tell([seat('1')]), tell([seat('1')])]);
    await tell([seat('1'), seat('2'), seat('2')]);
    expect(await db.notices.count({})).toBe(2);
  });

  it('to many is there for each of them, also where some were told before or are told meanwhile', async () => {
    const { others, db } = await setUp();
    const many = Array.from({ length: 230 }, (_, index) => seat('1', `m${index}`));
    await notify(others, many.slice(40, 60), 1);
    await Promise.all([notify(others, many, 2), notify(others, many, 2)]);
    expect(await db.notices.count({})).toBe(230);
  });

  it('is for its receiver alone, newest first, unread until he opens it or reads all up to what he saw', async () => {
    const { platform, call, tell } = await setUp();
    for (let index = 0; index < 25; index += 1) await tell([seat(String(index))], (platform.time += 1000));
    const first = (await call('a', 'notice.inbox')) as unknown as { items: { id: string; at: number }[]; next: string };
    const second = (await call('a', 'notice.inbox', { cursor: first.next })) as unknown as typeof first;
    expect([first.items.length, second.items.length]).toEqual([20, 5]);
    expect((await call('b', 'notice.inbox')).items).toEqual([]);
    await expect(call('b', 'notice.read', { commandId: commandId(), id: first.items[0]?.id })).rejects.toThrow(
      'NOTICE_GONE',
    );
    await call('a', 'notice.read', { commandId: commandId(), id: first.items[0]?.id });
    expect((await call('a', 'notice.unread')).count).toBe(24);
    await call('a', 'notice.readAll', { commandId: commandId(), upTo: first.items[4]?.at });
    expect((await call('a', 'notice.unread')).count).toBe(3);
    expect((await call('b', 'notice.unread')).count).toBe(0);
  });
});

describe('a WeChat message', () => {
  it('goes out at once to whoever has consented, and uses one consent up', async () => {
    const { consent, tell, sent, left, states } = await setUp();
    await consent('a', 'event', 'digest');
    await tell([seat('1')]);
    await tell([seat('1', 'b')]);
    expect(sent).toEqual([{ to: 'openid-of-a', template: 'E' }]);
    expect(await left('a')).toMatchObject({ event: 0, digest: 1 });
    expect((await states()).sort()).toEqual(['none', 'sent']);
  });

  it('is not tried without templates, nor where the call has no WeChat', async () => {
    const { others, consent, tell, sent, states } = await setUp();
    await consent('a', 'event');
    await notify(others, [seat('1')], Date.UTC(2026, 10, 23, 4));
    process.env[MESSAGE_TEMPLATES] = '';
    await tell([seat('2')]);
    expect(sent).toEqual([]);
    expect(await states()).toEqual(['due', 'due']);
  });

  it('is tried for three of many; the rest is the timer’s', async () => {
    const { db, consent, tell, sent, states } = await setUp();
    for (const id of ['m1', 'm2', 'm3', 'm4', 'm5']) await db.members.add(member(id));
    for (const id of ['m1', 'm2', 'm3', 'm4', 'm5']) await consent(id, 'event');
    await tell(['m1', 'm2', 'm3', 'm4', 'm5'].map((to) => seat('1', to)));
    expect(sent).toHaveLength(3);
    expect((await states()).filter((one) => one === 'due')).toHaveLength(2);
  });

  it.each([
    ['no consent (43101)', { errcode: 43101 }, { event: 0 }, 'none'],
    ['a quota', { errcode: 45009 }, { event: 1 }, 'due'],
    ['a busy system (-1)', { errcode: -1 }, { event: 1 }, 'due'],
    ['no answer', new Error('call open API timeout'), { event: 0 }, 'sent'],
    ['no token', Object.assign(new Error('missing wxCloudApiToken'), { code: 'INVALID_PARAM' }), { event: 1 }, 'due'],
  ])('that meets %s leaves the notice in the inbox and the ledger true', async (_, reply, ledger, state) => {
    const answer = () => (reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply));
    const { consent, tell, left, states, db } = await setUp(answer);
    await consent('a', 'event');
    await tell([seat('1')]);
    expect(await left('a')).toEqual(ledger);
    expect(await states()).toEqual([state]);
    expect((await db.consents.get('a'))?.sent).toHaveLength(state === 'sent' ? 1 : 0);
  });

  it('holds an act up for no longer than it is patient', async () => {
    const { consent, tell, states } = await setUp(() => new Promise(() => undefined));
    await consent('a', 'event');
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    const told = tell([seat('1')]);
    await jest.advanceTimersByTimeAsync(1500);
    await told;
    jest.useRealTimers();
    expect(await states()).toEqual(['sending']);
  });

  it('that breaks in our own hands does not fail the act', async () => {
    const { db, consent, tell } = await setUp();
    await consent('a', 'event');
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    jest.spyOn(db.consents, 'find').mockRejectedValueOnce(new Error('down'));
    await tell([seat('1')]);
    expect(logged).toHaveBeenCalledTimes(1);
    expect(logged.mock.calls[0]?.[0]).not.toMatch(/openid|轮到/);
    logged.mockRestore();
  });

  it('under any number of parallel acts goes out once for each consent', async () => {
    const { consent, tell, sent, left } = await setUp();
    await consent('a', 'event');
    await consent('a', 'event');
    await Promise.all(Array.from({ length: 12 }, (_, index) => tell([seat(String(index))])));
    expect(sent).toHaveLength(2);
    expect(await left('a')).toEqual({ event: 0 });
  });
});

describe('the timer', () => {
  const night = Date.UTC(2026, 10, 23, 15);
  const morning = Date.UTC(2026, 10, 24, 0);

  it('sends in the morning what came at night: one digest for several, and a consent taken back once', async () => {
    const { consent, tell, run, sent, states } = await setUp();
    await consent('a', 'event', 'digest');
    for (const about of ['1', '2', '3']) await tell([seat(about)], night);
    expect(sent).toEqual([]);
    await run(night + HOUR_MS);
    expect(sent).toEqual([]);
    expect(await Promise.all([run(morning), run(morning)])).toContainEqual({ done: 'messages 1' });
    expect(sent).toEqual([{ to: 'openid-of-a', template: 'D' }]);
    expect(await states()).toEqual(['sent', 'sent', 'sent']);
  });

  it('says whether its calls bring a token; without one nothing is sent and the inbox keeps it', async () => {
    const { consent, tell, run, call, sent, states } = await setUp();
    await consent('a', 'event');
    expect((await call('a', 'notice.settings')).timer).toBeNull();
    await tell([seat('1')], night);
    expect(await run(morning, false)).toEqual({ done: 'no token' });
    expect((await call('a', 'notice.settings')).timer).toBe(false);
    await run(night + 3 * DAY_MS, false);
    expect(sent).toEqual([]);
    expect(await states()).toEqual(['none']);
    await run(morning);
    expect((await call('a', 'notice.settings')).timer).toBe(true);
  });

  it('learns from a refusal that there is no token after all, and tries nobody else', async () => {
    const { consent, tell, run, call } = await setUp(() => Promise.reject(new Error('missing wxCloudApiToken')));
    await consent('a', 'event');
    await tell([seat('1')], night);
    expect(await run(morning)).toEqual({ done: 'no token' });
    expect((await call('a', 'notice.settings')).timer).toBe(false);
  });

  it('goes on where there is more than a step takes', async () => {
    const { others, run, states } = await setUp();
    await notify(
      others,
      Array.from({ length: 50 }, (_, index) => seat('1', `m${index}`)),
      morning,
    );
    expect(await run(morning)).toEqual({ cursor: 0 });
    expect(new Set(await states())).toEqual(new Set(['none']));
  });
});

describe('settings', () => {
  it('are the table’s until the person says otherwise, one by one', async () => {
    const { call } = await setUp();
    const before = await call('a', 'notice.settings');
    expect(before).toMatchObject({
      perWeek: 3,
      quiet: { from: 22, to: 8 },
      on: { eventSeat: true, feedbackDue: false },
    });
    const set = { commandId: commandId(), kind: { kind: 'eventSeat', on: false } };
    await call('a', 'notice.set', set);
    await call('a', 'notice.set', set);
    await call('a', 'notice.set', { commandId: commandId(), perWeek: 1, quiet: null });
    expect(await call('a', 'notice.settings')).toMatchObject({ perWeek: 1, quiet: null, on: { eventSeat: false } });
    expect(await call('b', 'notice.settings')).toEqual(before);
  });

  it('count a consent once however often the command arrives, and no more than anybody gives', async () => {
    const { call, left, consent } = await setUp();
    const agreed = { commandId: commandId(), accepted: ['event', 'event'] };
    await call('a', 'notice.consent', agreed);
    expect(await call('a', 'notice.consent', agreed)).toMatchObject({
      templates: [{ template: 'event', id: 'E', left: 1 }, {}, {}, {}],
    });
    for (let index = 0; index < 25; index += 1) await consent('a', 'event');
    expect(await left('a')).toEqual({ event: 20 });
  });
});

it('what WeChat says is one of five outcomes', () => {
  expect(outcomeOf({ errCode: 0 })).toBe('sent');
  expect(outcomeOf({ errCode: -604102, message: 'call open API timeout' })).toBe('unknown');
  expect(outcomeOf(null)).toBe('failed');
  expect(outcomeOf(Object.assign(new Error('x'), { code: 'ETIMEDOUT' }))).toBe('unknown');
});
