import { caseIdOf } from '../../cloudfunctions/shared/moderation/rules/cases';
import { deriveId } from '../../cloudfunctions/kernel/ids';
import { startOfDay, addDays, dayOf } from '../../contract/day';
import type { localDatabase } from '../../scripts/lib/database';
import { eventId, memberId } from '../../scripts/seed/documents';
import { demoNow } from '../support/demoClock';
import { act } from '../support/gateway';

const HOUR_MS = 3_600_000;
const commandOf = (what: string) => deriveId('c', 'screens', 'moderation', what);
const idOf = (persona: string, what: string) => deriveId('e', memberId(persona), commandOf(what));

/** Events whose words a person has to look at, by what becomes of them. */
const events = {
  waiting: {
    by: 'branch-secretary',
    title: '春日读诗会',
    about: '带一首自己喜欢的诗来。想来的加微信 shiyue2026，我拉您进群。',
  },
  claimed: {
    by: 'branch-secretary',
    title: '旧书换新书',
    about: '带三本旧书，换三本别人的。换不完的扫码加群，群里接着换。',
  },
  taken: { by: 'branch-secretary', title: '江边晨读', about: '六点半在渡口集合，读二十分钟。没有书的加QQ 找我借。' },
  rejected: {
    by: 'branch-secretary',
    title: '考前互助晚自习',
    about: '一起复习，互相讲题。也可以找学长代写论文提纲，先到先得。',
  },
  appealed: {
    by: 'branch-secretary',
    title: '手抄报工作坊',
    about: '材料自带，教室在文学院 204。报名的同学请加微信，好通知改期。',
  },
  own: { by: 'admin', title: '值班室的读书角', about: '办公室门口放了一排书，自取自还。缺哪本加微信告诉我。' },
} as const;
type Arranged = keyof typeof events;

/** The event of one of these cases, and the case. */
export const heldEvent = (key: Arranged): string => idOf(events[key].by, key);
export const eventCase = (key: Arranged): string => caseIdOf('event', heldEvent(key), commandOf(key));

const EDITED = deriveId('r', 'demo', 'huozhe');
/** A change of a recommendation that is up. */
export const editCase = (): string => caseIdOf('recommendation', EDITED, commandOf('edit'));

/** Brings cases of every kind into a demo city: waiting, claimed, turned down, appealed, changed, reported. */
export async function arrangeModeration(url: string, db: ReturnType<typeof localDatabase>): Promise<void> {
  for (const key of Object.keys(events) as Arranged[]) await propose(url, key);
  await change(url);
  const decide = async (key: Arranged, reason: 'advertising' | 'contact', words: string) => {
    await act(url, 'admin', 'moderation.claim', { commandId: commandOf(`claim ${key}`), id: eventCase(key) });
    await act(url, 'admin', 'moderation.decide', {
      ...{ commandId: commandOf(`decide ${key}`), id: eventCase(key) },
      ...{ verdict: 'rejected', reason, words },
    });
  };
  await decide('rejected', 'advertising', '去掉代写那一句就可以');
  await decide('appealed', 'contact', '');
  await act(url, 'branch-secretary', 'moderation.appeal', {
    ...{ commandId: commandOf('appeal'), id: eventCase('appealed') },
    text: '活动改期确实要通知到人，留的是支部的公用微信，不是私人号。',
  });
  await act(url, 'youth', 'moderation.report', {
    ...{ commandId: commandOf('report'), kind: 'event', thing: eventId('yuedu') },
    ...{ reason: 'offTopic', words: '' },
  });
  // Longer than a lease, so that the pictures show it whenever they are taken.
  const until = demoNow() + 8 * HOUR_MS;
  await db.moderationCases.update({ _id: eventCase('claimed') }, { set: { claim: { by: memberId('admin'), until } } });
  const other = { by: memberId('moderator'), until };
  await db.moderationCases.update({ _id: eventCase('taken') }, { set: { claim: other } });
}

async function propose(url: string, key: Arranged): Promise<void> {
  const { by, title, about } = events[key];
  const { roles } = await act(url, by, 'me.session', {});
  const startsAt = startOfDay(addDays(dayOf(demoNow()), 10)) + 19 * HOUR_MS;
  await act(url, by, 'event.create', {
    ...{ commandId: commandOf(key), orgId: roles[0]?.org.id ?? '', title, about },
    ...{ kind: 'readingClub', place: '文学院 204 教室', startsAt, endsAt: startsAt + 2 * HOUR_MS },
    ...{ deadline: startsAt - 24 * HOUR_MS, capacity: 30, form: [] },
  });
}

async function change(url: string): Promise<void> {
  const { recommendation } = await act(url, 'branch-secretary', 'recommendation.get', { id: EDITED });
  const { version, reason, questions, pointer } = recommendation;
  await act(url, 'branch-secretary', 'recommendation.revise', {
    ...{ commandId: commandOf('edit'), id: EDITED, version, questions, pointer },
    reason: `${reason.slice(0, -6)}读完想聊的，加我微信，周三晚上一起聊。`,
  });
}
