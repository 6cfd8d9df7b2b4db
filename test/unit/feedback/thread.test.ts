import { feedbackHandlers } from '../../../cloudfunctions/domains/feedback/handlers';
import { feedbackJobs } from '../../../cloudfunctions/domains/feedback/jobs';
import { feedbackWaiting } from '../../../cloudfunctions/domains/feedback/public';
import { closeAll } from '../../../cloudfunctions/kernel/others';
import { createFunction, type HandlersOf } from '../../../cloudfunctions/kernel/serve';
import type { Feedback, OfficeTicket } from '../../../contract/domains/feedback/actions';
import { DAY_MS } from '../../../contract/durations';
import type { Reply } from '../../../contract/errors';
import { runJob } from '../../support/runJob';
import { fakePlatform } from '../kernel/memory';
import { member, org, viewer } from '../kernel/people';

interface Data {
  feedback: Feedback & OfficeTicket;
  items: (Feedback & OfficeTicket)[];
  next: string | null;
  by: string | null;
}
let commands = 0;

async function setUp() {
  const platform = fakePlatform();
  const { db } = platform;
  await db.orgs.add(org(['root']));
  await db.members.add(member('a'));
  await db.members.add(member('gone', { disabled: true, disabledFor: { reason: '离职', until: null } }));
  for (const id of ['city', 'city2'])
    await db.members.add(member(id, { scope: ['root'], grants: [{ role: 'cityAdmin', orgId: 'root' }] }));
  const api = createFunction('api', feedbackHandlers as unknown as HandlersOf<'api'>, platform);
  const admin = createFunction('admin', feedbackHandlers as unknown as HandlersOf<'admin'>, platform);
  const office = new Set(['inbox', 'find', 'ticket', 'take', 'reply', 'unreply']);
  const call = async (who: string, name: string, input: object = {}): Promise<Data> => {
    platform.caller = `openid-of-${who}`;
    const queries = new Set(['mine', 'get', 'inbox', 'find', 'ticket']);
    const command = queries.has(name) ? {} : { commandId: `command-${String((commands += 1)).padStart(12, '0')}` };
    const main = office.has(name) ? admin : api;
    const reply: Reply<unknown> = await main({ action: `feedback.${name}`, input: { ...command, ...input } });
    if (!reply.ok) throw new Error(reply.code);
    return reply.data as Data;
  };
  const submit = async (who: string, more: object = {}) =>
    (await call(who, 'submit', { kind: 'complaint', text: '打不开', ...more })).feedback;
  return { platform, db, call, submit };
}

describe('a ticket of somebody', () => {
  it('who has not joined is his, also after he joined, and nobody else’s', async () => {
    const { call, submit, db } = await setUp();
    const { id } = await submit('stranger');
    expect((await call('stranger', 'mine')).items).toHaveLength(1);
    expect((await db.feedback.get(id))?.memberId).toBeNull();
    expect(JSON.stringify(await db.feedback.get(id))).not.toContain('openid');
    await db.members.add(member('stranger'));
    expect((await call('stranger', 'get', { id })).feedback.id).toBe(id);
    await expect(call('a', 'get', { id })).rejects.toThrow('TICKET_GONE');
    await expect(call('other', 'follow', { id, text: 'x' })).rejects.toThrow('TICKET_GONE');
    await expect(call('other', 'close', { id })).rejects.toThrow('TICKET_GONE');
    expect((await call('other', 'mine')).items).toEqual([]);
  });

  it('who is disabled can be filed and read by him, and nothing else can', async () => {
    const { call, submit } = await setUp();
    const { id } = await submit('gone', { text: '为什么停用我' });
    expect((await call('gone', 'mine')).items.map((one) => one.id)).toEqual([id]);
    await expect(call('gone', 'inbox')).rejects.toThrow('DISABLED');
  });

  it('who was here before there were keys is still his', async () => {
    const { call, db, platform } = await setUp();
    const former = { ticket: '20261101-2222', kind: 'complaint', text: 'x', at: 1, replyBy: '20261108' } as const;
    await db.feedback.add({ _id: 'f1', memberId: 'a', ...former, reply: { text: '好', at: 2, by: 'city' } });
    expect((await call('a', 'get', { id: 'f1' })).feedback).toMatchObject({
      state: 'answered',
      turns: [{ text: '好' }],
    });
    const said = (await call('a', 'follow', { id: 'f1', text: '还没好' })).feedback;
    expect(said).toMatchObject({ state: 'reopened', reply: null, turns: [{ text: '好' }, { text: '还没好' }] });
    expect(said.replyBy > '20261123').toBe(true);
    expect(await runJob(feedbackJobs.ticketstates, db, platform.time)).toBe('filled');
  });
});

describe('a ticket', () => {
  it('goes to and fro: answered, said again with a new day, answered again, closed by its sender, opened again', async () => {
    const { call, submit, platform, db } = await setUp();
    const { id, replyBy } = await submit('a');
    await call('city', 'reply', { id, text: '已修好' });
    platform.time += 3 * DAY_MS;
    const command = { commandId: 'follow-once-000001', id, text: '没有' };
    const again = (await call('a', 'follow', command)).feedback;
    expect(again.state).toBe('reopened');
    expect(again.replyBy > replyBy).toBe(true);
    expect((await call('a', 'follow', command)).feedback.turns).toHaveLength(2);
    await call('city', 'reply', { id, text: '这回好了' });
    expect((await db.notices.find({ to: 'a' }, { limit: 9 })).map(({ kind }) => kind)).toEqual([
      'feedbackAnswered',
      'feedbackAnswered',
    ]);
    expect((await call('a', 'close', { id })).feedback.state).toBe('closed');
    expect((await call('a', 'close', { id })).feedback.state).toBe('closed');
    await expect(call('city', 'reply', { id, text: '晚了' })).rejects.toThrow('CONFLICT');
    expect((await call('a', 'follow', { id, text: '又坏了' })).feedback.state).toBe('reopened');
  });

  it('that waits takes more words without another day, and an end to them', async () => {
    const { call, submit, db } = await setUp();
    const { id, replyBy } = await submit('a');
    const more = (await call('a', 'follow', { id, text: '补充' })).feedback;
    expect([more.state, more.replyBy]).toEqual(['received', replyBy]);
    const turn = { from: 'person' as const, text: 'x', at: 1 };
    await db.feedback.update(
      { _id: id },
      { set: { turns: Array.from({ length: 20 }, (_, at) => ({ ...turn, id: `t${at}` })) } },
    );
    await expect(call('a', 'follow', { id, text: '再补充' })).rejects.toThrow('TICKET_FULL');
  });

  it('loses no word where its sender and the office write at once', async () => {
    const { call, submit } = await setUp();
    const { id } = await submit('a');
    await Promise.all([call('city', 'reply', { id, text: '已修好' }), call('a', 'follow', { id, text: '补充一' })]);
    const { turns } = (await call('a', 'get', { id })).feedback;
    expect(turns.map(({ text }) => text).sort()).toEqual(['已修好', '补充一']);
  });

  it('that is anonymous shows no name even to the office; another one does, to whoever opens it', async () => {
    const { call, submit } = await setUp();
    const open = await submit('a');
    const hidden = await submit('a', { anonymous: true });
    expect((await call('city', 'ticket', { id: open.id })).by).toBe('成员a');
    expect((await call('city', 'ticket', { id: hidden.id })).by).toBeNull();
    expect((await call('city', 'ticket', { id: (await submit('stranger')).id })).by).toBeNull();
    expect(JSON.stringify((await call('city', 'inbox')).items)).not.toContain('成员a');
  });

  it('is taken in hand by one of the office at a time, and put back', async () => {
    const { call, submit } = await setUp();
    const { id } = await submit('a');
    expect((await call('city', 'take', { id, take: true })).feedback).toMatchObject({ taken: 'me', state: 'inHand' });
    await expect(call('city2', 'take', { id, take: true })).rejects.toThrow('CONFLICT');
    await expect(call('city2', 'take', { id, take: false })).rejects.toThrow('CONFLICT');
    expect((await call('city2', 'ticket', { id })).feedback.taken).toBe('other');
    expect((await call('city', 'take', { id, take: false })).feedback.taken).toBe('nobody');
  });

  it('has a mistaken answer taken back by who gave it, soon, with what told of it, and no later', async () => {
    const { call, submit, db, platform } = await setUp();
    const { id } = await submit('a');
    await expect(call('city', 'unreply', { id })).rejects.toThrow('REPLY_STANDS');
    await call('city', 'reply', { id, text: '发错了' });
    await expect(call('city2', 'unreply', { id })).rejects.toThrow('REPLY_STANDS');
    const back = { commandId: 'take-back-00000001', id };
    expect((await call('city', 'unreply', back)).feedback).toMatchObject({ state: 'received', turns: [] });
    expect((await call('city', 'unreply', back)).feedback.state).toBe('received');
    expect([await db.notices.count({}), await db.cards.count({})]).toEqual([0, 0]);
    await call('city', 'reply', { id, text: '这条才对' });
    platform.time += 600_000;
    await expect(call('city', 'unreply', { id })).rejects.toThrow('REPLY_STANDS');
    await expect(call('city', 'unreply', { id: 'none' })).rejects.toThrow('NOT_FOUND');
    await expect(call('city', 'ticket', { id: 'none' })).rejects.toThrow('NOT_FOUND');
  });

  it('of a stranger is answered and its answer taken back without telling anybody', async () => {
    const { call, submit, db } = await setUp();
    const { id } = await submit('stranger');
    await call('city', 'reply', { id, text: '已修好' });
    await call('city', 'unreply', { id });
    expect(await db.notices.count({})).toBe(0);
  });
});

describe('the office', () => {
  it('finds by state, kind, what is past its day, and by number with or without the dash', async () => {
    const { call, submit, platform } = await setUp();
    const late = await submit('a', { kind: 'fault' });
    platform.time += 10 * DAY_MS;
    const fresh = await submit('a', { kind: 'question' });
    const answered = await submit('a');
    await call('city', 'reply', { id: answered.id, text: '好' });
    const ids = async (input: object) => (await call('city', 'inbox', input)).items.map(({ id }) => id);
    expect(await ids({})).toEqual([late.id, fresh.id]);
    expect(await ids({ kind: 'question' })).toEqual([fresh.id]);
    expect(await ids({ overdue: true })).toEqual([late.id]);
    expect(await ids({ state: 'answered' })).toEqual([answered.id]);
    expect(await ids({ state: 'closed' })).toEqual([]);
    for (const ticket of [late.ticket, late.ticket.replace('-', '').toLowerCase()])
      expect((await call('city', 'find', { ticket })).items).toMatchObject([{ id: late.id, overdue: true }]);
    await expect(call('city', 'find', { ticket: '123' })).rejects.toThrow('BAD_INPUT');
  });

  it('is reminded of what is near its day: whoever has it in hand by a notice, once, all of it by one row', async () => {
    const { call, submit, db, platform } = await setUp();
    const { id } = await submit('a');
    await submit('a');
    await call('city', 'take', { id, take: true });
    await runJob(feedbackJobs.duetickets, db, platform.time);
    expect(await db.notices.count({})).toBe(0);
    platform.time += 6 * DAY_MS;
    for (let times = 0; times < 2; times += 1) await runJob(feedbackJobs.duetickets, db, platform.time);
    expect(await db.notices.find({}, { limit: 9 })).toMatchObject([{ to: 'city', kind: 'feedbackDue', thing: id }]);
    const grants = [{ role: 'cityAdmin' as const, orgId: 'root' }];
    const rows = (extra: object) => feedbackWaiting(closeAll(db), viewer('x', extra), platform.time);
    expect(await rows({ scope: ['root'], grants })).toMatchObject([
      { source: 'feedback.open', title: '2 条投诉建议待答复' },
    ]);
    expect([await rows({ scope: ['root'] }), await rows({ scope: [], grants })]).toEqual([[], []]);
  });

  it('need not close what was answered and to which nothing was said for two weeks', async () => {
    const { call, submit, db, platform } = await setUp();
    const { id } = await submit('a');
    await call('city', 'reply', { id, text: '好' });
    expect(await runJob(feedbackJobs.quiettickets, db, platform.time + 13 * DAY_MS)).toBe('closed 0');
    expect(await runJob(feedbackJobs.quiettickets, db, platform.time + 15 * DAY_MS)).toBe('closed 1');
    expect((await call('a', 'get', { id })).feedback.state).toBe('closed');
  });
});
