import { homeHandlers } from '../../../cloudfunctions/domains/home/handlers';
import { newEvent } from '../../../cloudfunctions/domains/event/rules/event';
import { newRecommendation } from '../../../cloudfunctions/domains/recommendation/rules/recommendation';
import { settleEvent } from '../../../cloudfunctions/domains/event/cards';
import { settleOrg } from '../../../cloudfunctions/domains/recommendation/card';
import { closeAll } from '../../../cloudfunctions/kernel/others';
import { createFunction } from '../../../cloudfunctions/kernel/serve';
import type { HandlersOf } from '../../../cloudfunctions/kernel/serve';
import type { CheckInDoc } from '../../../cloudfunctions/domains/checkin/collections';
import type { EventDoc } from '../../../cloudfunctions/domains/event/collections';
import type { RecommendationDoc } from '../../../cloudfunctions/domains/recommendation/collections';
import type { Today } from '../../../contract/domains/home/actions';
import type { Reply } from '../../../contract/errors';
import { startOfDay } from '../../../contract/day';
import { fakePlatform, memoryDatabase } from '../kernel/memory';
import { member } from '../kernel/people';

const now = startOfDay('20261123') + 12 * 3_600_000;
const book = { id: 'k1', title: '乡土中国', author: '费孝通', publisher: null, isbn: null, tone: 'ink' as const };

const checkIn = (memberId: string, day: string, lines = 1): CheckInDoc => ({
  _id: `${memberId}:${day}`,
  memberId,
  day,
  commands: [],
  lines: Object.fromEntries(
    Array.from({ length: lines }, (_, index) => [
      `k${index}`,
      { title: 't', author: 'a', tone: 'ink' as const, pages: null, minutes: null, note: null, at: 1 },
    ]),
  ),
});

const branch = { _id: 'b1', path: ['root', 'd1', 'b1'], name: '支部' };
const said = { recommenderName: '书记', book, reason: '', questions: [], pointer: '' };

const recommendation = (id: string, extra: Partial<RecommendationDoc> = {}): RecommendationDoc => ({
  ...newRecommendation({ id, org: branch, memberId: 's', publishAt: now - 1000 }, said, 0),
  ...extra,
});

const plan = {
  ...{ title: '诵读会', kind: 'recitation' as const, place: '图书馆', about: '', capacity: 1, form: [] },
  ...{ startsAt: now + 3_600_000, endsAt: now + 7_200_000, deadline: now },
};

const event = (id: string, people: string[], extra: Partial<EventDoc> = {}): EventDoc => {
  const queue = people.map((m, index) => ({ m, c: `c${index}`, at: index, a: [] }));
  return { ...newEvent({ id, org: branch, memberId: 's' }, plan, 0, queue), ...extra };
};

async function setUp() {
  const { db, calls } = memoryDatabase();
  const platform = fakePlatform({ db });
  platform.time = now;
  platform.caller = 'openid-of-me';
  await db.members.add(member('me'));
  await db.desks.add({ _id: 'me', books: [book], version: '' });
  const main = createFunction('api', homeHandlers as unknown as HandlersOf<'api'>, platform);
  const today = async () => {
    const reply = (await main({ action: 'home.today', input: {} })) as Reply<Today>;
    if (!reply.ok) throw new Error(reply.code);
    return reply.data;
  };
  const others = closeAll(db);
  const recommend = async (...docs: RecommendationDoc[]) => {
    await db.recommendations.addAll(docs);
    for (const { orgId } of docs) await settleOrg(db, others, orgId, platform.time);
  };
  const signedUp = async (...docs: EventDoc[]) => {
    await db.events.addAll(docs);
    for (const { _id } of docs) await settleEvent(db, others, _id);
  };
  return { db, calls, today, platform, recommend, signedUp };
}

describe('today', () => {
  it('comes in four round trips, whatever there is', async () => {
    const { calls, today } = await setUp();
    const before = calls();
    await today();
    expect(calls() - before).toBe(4);
  });

  it('is an empty page, not an error, for somebody who has just joined', async () => {
    const { today } = await setUp();
    expect(await today()).toEqual({
      now,
      day: '20261123',
      name: '成员me',
      desk: [book],
      month: '202611',
      days: [],
      recommendation: null,
      event: null,
      changes: [],
    });
  });

  it('shows the days of this month in order, and nobody else’s', async () => {
    const { db, today } = await setUp();
    for (const day of ['20261123', '20261031', '20261101', '20261201']) await db.checkins.add(checkIn('me', day));
    await db.checkins.add(checkIn('me2', '20261102'));
    await db.checkins.add(checkIn('mf', '20261103'));
    expect((await today()).days.map(({ day }) => day)).toEqual(['20261101', '20261123']);
  });

  it('does not count a day whose records were all taken back', async () => {
    const { db, today } = await setUp();
    await db.checkins.add(checkIn('me', '20261123', 0));
    expect((await today()).days).toEqual([]);
  });

  it('shows the newest recommendation that is out, not withdrawn and within the member’s orgs', async () => {
    const { today, recommend } = await setUp();
    await recommend(
      recommendation('old', { publishAt: now - 5000 }),
      recommendation('seen', { publishAt: now, orgId: 'root' }),
      recommendation('later', { publishAt: now + 1 }),
      recommendation('withdrawn', { publishAt: now, withdrawn: true }),
      recommendation('elsewhere', { publishAt: now, orgId: 'b2' }),
    );
    expect((await today()).recommendation?.id).toBe('seen');
  });

  it('shows a scheduled recommendation from its instant on, by the clock alone', async () => {
    const { today, platform, recommend } = await setUp();
    await recommend(recommendation('out'), recommendation('next', { publishAt: now + 60_000 }));
    expect((await today()).recommendation?.id).toBe('out');
    platform.time = now + 60_000;
    expect((await today()).recommendation).toMatchObject({ id: 'next', state: 'published' });
  });

  it('shows my next event, seated or waiting, until it is over or cancelled', async () => {
    const { today, signedUp } = await setUp();
    await signedUp(
      event('over', ['me'], { startsAt: now - 9000, endsAt: now }),
      event('cancelled', ['me'], { cancelled: true, startsAt: now + 1 }),
      event('others', ['you'], { startsAt: now + 2 }),
      event('next', ['you', 'me'], { startsAt: now + 3 }),
      event('after', ['me'], { startsAt: now + 4 }),
    );
    expect((await today()).event).toMatchObject({ id: 'next', seated: false });
  });

  it('is four round trips however much there is to show', async () => {
    const { calls, today, signedUp, recommend } = await setUp();
    await recommend(recommendation('one'));
    await signedUp(...Array.from({ length: 30 }, (_, index) => event(`e${index}`, ['me'])));
    const before = calls();
    await today();
    expect(calls() - before).toBe(4);
  });
});
