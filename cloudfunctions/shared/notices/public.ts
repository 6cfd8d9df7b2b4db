import { deriveId } from '../../kernel/ids';
import { logFailure } from '../../kernel/failure';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { among } from '../../kernel/port';
import { noticeCollections } from './collections';
import { deliverAll } from './sending';
import { newNotice } from './rules/notice';
import type { NewNotice, Sender } from './shape';
import { addNotices } from './store';
import { templateIds } from './templates';

/*
 * Notices to people (docs/mechanisms/notices.md): a domain tells where something arises, in the same command; told twice
 * is told once.
 */

export type { NewNotice, Sender } from './shape';
export { templateIds } from './templates';
export { sendDue, timerAble } from './timer';

/** Messages that one call sends at most, and how long it waits for them; the rest is the timer's, in one digest each. */
const AT_ONCE = 3;
const PATIENCE_MS = 1500;

const idOf = ({ to, kind, thing, about }: NewNotice): string => deriveId('n', to, kind, thing, about);

/**
 * Tells members. Their inbox has it when this is over. `sender` is the context of a member's call: then a few WeChat
 * messages are tried at once, which never fails the act and holds it up for no longer than `PATIENCE_MS`. Whoever has
 * nobody to tell costs nothing; else one round trip for up to ten notices, four for each hundred of more; with a sender
 * one more, and those of the messages where somebody has consented.
 */
export async function notify(
  others: Others,
  notices: readonly NewNotice[],
  now: number,
  sender?: Sender,
): Promise<void> {
  if (notices.length === 0) return;
  const db = openOwn(others, noticeCollections);
  const told = new Map(notices.map((one) => [idOf(one), newNotice(one, { id: idOf(one), now })]));
  const added = await addNotices(db, [...told.values()]);
  if (sender === undefined || added.length === 0 || templateIds().size === 0) return;
  const sending = deliverAll({ db, others, callWechat: sender.callWechat }, added.slice(0, AT_ONCE), now).catch(
    (error: unknown) => logFailure(error, { requestId: '', action: 'notices' }),
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)));
  await Promise.race([sending, patience]);
  clearTimeout(timer);
}

/** Takes notices out of the inbox that tell of what was taken back. One round trip, none for none. */
export async function unnotify(others: Others, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  await openOwn(others, noticeCollections).notices.remove({ _id: among(notices.map(idOf)) });
}
