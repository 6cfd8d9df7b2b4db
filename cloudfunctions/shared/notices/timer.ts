import type { NoticeDatabase } from './collections';
import { deliverAll, type Post } from './sending';
import { dropStale, findDue } from './store';

/** Notices looked at in one step. */
const BATCH = 50;
const TIMER = 'timer';

/** Remembers whether the timer may send, for the settings page. Two round trips where that is new. */
async function remember({ messengers }: NoticeDatabase, able: boolean, at: number): Promise<void> {
  if ((await messengers.update({ _id: TIMER }, { set: { able, at } })) > 0) return;
  await messengers.add({ _id: TIMER, able, at });
}

/** Whether the timer may send messages; null where it has not run yet. One round trip. */
export const timerAble = async (db: NoticeDatabase): Promise<boolean | null> =>
  (await db.messengers.get(TIMER))?.able ?? null;

/**
 * One step of the timer: gives up what is stale and sends a batch of what is due. `post` is absent where the timer's
 * calls bring no token, and then nothing is sent: what is due becomes stale, and the inbox has it.
 */
export async function sendDue(
  db: NoticeDatabase,
  post: Post | undefined,
  now: number,
): Promise<{ able: boolean; sent: number; more: boolean }> {
  await dropStale(db, now);
  const due = post === undefined ? [] : await findDue(db, now, BATCH);
  const came = post === undefined ? [] : await deliverAll(post, due, now);
  // The platform may refuse although the call seems to bring a token.
  const able = post !== undefined && !came.includes('no token');
  await remember(db, able, now);
  const sent = came.filter((one) => one === 'sent').length;
  return { able, sent, more: able && due.length === BATCH };
}
