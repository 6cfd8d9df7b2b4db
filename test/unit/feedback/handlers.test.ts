import { feedbackHandlers } from '../../../cloudfunctions/domains/feedback/handlers';
import { not } from '../../../cloudfunctions/kernel/port';
import { createFunction } from '../../../cloudfunctions/kernel/serve';
import type { HandlersOf } from '../../../cloudfunctions/kernel/serve';
import type { Feedback } from '../../../contract/domains/feedback/actions';
import type { Reply } from '../../../contract/errors';
import { fakePlatform } from '../kernel/memory';
import { member, org } from '../kernel/people';

interface Data {
  feedback: Feedback;
  items: Feedback[];
  next: string | null;
}
const dataOf = (reply: Reply<unknown>): Data => {
  if (!reply.ok) throw new Error(reply.code);
  return reply.data as Data;
};

async function setUp() {
  const platform = fakePlatform();
  const { db } = platform;
  for (const path of [['root'], ['root', 'd1']]) await db.orgs.add(org(path));
  for (const id of ['a', 'b']) await db.members.add(member(id));
  await db.members.add(member('city', { grants: [{ role: 'cityAdmin', orgId: 'root' }] }));
  await db.members.add(member('city2', { grants: [{ role: 'cityAdmin', orgId: 'root' }] }));
  await db.members.add(member('part', { grants: [{ role: 'cityAdmin', orgId: 'd1' }] }));
  const api = createFunction('api', feedbackHandlers as unknown as HandlersOf<'api'>, platform);
  const admin = createFunction('admin', feedbackHandlers as unknown as HandlersOf<'admin'>, platform);
  const as = (who: string) => {
    platform.caller = `openid-of-${who}`;
  };
  const submit = (who: string, text: string, commandId = `command-${text}`.padEnd(16, '_')) => {
    as(who);
    return api({ action: 'feedback.submit', input: { commandId, kind: 'suggestion', text } });
  };
  const mine = (who: string, cursor?: string) => {
    as(who);
    return api({ action: 'feedback.mine', input: { cursor } });
  };
  const inbox = (who: string, cursor?: string) => {
    as(who);
    return admin({ action: 'feedback.inbox', input: { cursor } });
  };
  const reply = (who: string, id: string, text: string) => {
    as(who);
    return admin({ action: 'feedback.reply', input: { commandId: 'reply-0000000001', id, text } });
  };
  return { platform, db, submit, mine, inbox, reply };
}

describe('feedback', () => {
  it('sent in before somebody joined is his record’s once he looks, and no longer forgotten after two years', async () => {
    const { submit, mine, db } = await setUp();
    const { feedback } = dataOf(await submit('newcomer', 'x1'));
    expect(dataOf(await mine('newcomer')).items).toEqual([feedback]);
    expect(await db.feedback.get(feedback.id)).toMatchObject({
      memberId: null,
      keptUntil: expect.any(Number) as number,
    });
    await db.members.add(member('newcomer'));
    await submit('newcomer', 'x2');
    expect(
      dataOf(await mine('newcomer'))
        .items.map(({ text }) => text)
        .sort(),
    ).toEqual(['x1', 'x2']);
    expect(await db.feedback.get(feedback.id)).toMatchObject({ memberId: 'newcomer' });
    expect(await db.feedback.get(feedback.id)).not.toHaveProperty('keptUntil');
    expect(dataOf(await mine('a')).items).toEqual([]);
  });

  it('sent twice is filed once, with one ticket, even when midnight lies between', async () => {
    const { submit, platform, db } = await setUp();
    const first = dataOf(await submit('a', 'x1'));
    platform.time += 86_400_000;
    expect(dataOf(await submit('a', 'x1'))).toEqual(first);
    expect(await db.feedback.count({})).toBe(1);
  });

  it('answered is told to its sender alone, also when the first sending of the reply broke off', async () => {
    const { submit, reply, db } = await setUp();
    const { feedback } = dataOf(await submit('a', 'x1'));
    await submit('b', 'x2');
    const told = async () =>
      (await db.cards.find({}, { limit: 9 })).map(({ to, thing, data }) => ({ to, thing, data }));
    expect(await told()).toEqual([]);
    await db.feedback.update({ _id: feedback.id }, { set: { reply: { text: '已修好', at: 1, by: 'city' } } });
    await reply('city', feedback.id, '已修好');
    await reply('city', feedback.id, '已修好');
    expect(await told()).toEqual([{ to: 'a', thing: feedback.id, data: { ticket: feedback.ticket } }]);
  });

  it('of two members with the same command id stays two', async () => {
    const { submit, db } = await setUp();
    await submit('a', 'x1', 'command-000000001');
    await submit('b', 'x2', 'command-000000001');
    expect(await db.feedback.count({})).toBe(2);
  });

  it('is seen by who sent it, page by page and newest first, and by no other member', async () => {
    const { submit, mine, platform, db } = await setUp();
    for (let index = 0; index < 10; index += 1) {
      platform.time += 1000;
      await submit('a', `t${index}`);
    }
    await db.limits.remove({ _id: not('') });
    for (let index = 10; index < 20; index += 1) {
      platform.time += 1000;
      await submit('a', `t${index}`);
    }
    await db.limits.remove({ _id: not('') });
    platform.time += 1000;
    await submit('a', 't20');
    const first = dataOf(await mine('a'));
    const second = dataOf(await mine('a', first.next ?? undefined));
    expect([...first.items, ...second.items].map(({ text }) => text)).toEqual(
      Array.from({ length: 21 }, (_, index) => `t${20 - index}`),
    );
    expect(dataOf(await mine('b')).items).toEqual([]);
  });

  it('is read and answered by the city committee only', async () => {
    const { submit, inbox, reply } = await setUp();
    const { id } = dataOf(await submit('a', 'x1')).feedback;
    for (const who of ['a', 'part']) {
      expect(await inbox(who)).toMatchObject({ ok: false, code: 'FORBIDDEN' });
      expect(await reply(who, id, '好')).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    }
    expect(dataOf(await inbox('city')).items).toHaveLength(1);
  });

  it('is answered once; the same answer sent twice is one, another is a conflict', async () => {
    const { submit, mine, reply, platform } = await setUp();
    const { id } = dataOf(await submit('a', 'x1')).feedback;
    const first = dataOf(await reply('city', id, '已修好'));
    platform.time += 5000;
    expect(dataOf(await reply('city', id, '已修好'))).toEqual(first);
    expect(await reply('city', id, '再改')).toMatchObject({ ok: false, code: 'CONFLICT' });
    expect(await reply('city2', id, '已修好')).toMatchObject({ ok: false, code: 'CONFLICT' });
    expect(dataOf(await mine('a')).items[0]?.reply).toEqual(first.feedback.reply);
  });

  it('that does not exist cannot be answered', async () => {
    const { reply } = await setUp();
    expect(await reply('city', 'f_none', '好')).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  });

  it('is counted exactly: ten an hour, whatever runs in parallel', async () => {
    const { submit, db } = await setUp();
    const replies = await Promise.all(Array.from({ length: 25 }, (_, index) => submit('a', `p${index}`)));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(10);
    expect(await db.feedback.count({})).toBe(10);
  });
});
