import type { MessageTemplate } from '../../../contract/shared/notices/constants';
import { addMissing, addSingly } from '../../kernel/once';
import { above, among, atMost, below, noneOf, type Change } from '../../kernel/port';
import type { NoticeDatabase } from './collections';
import { STALE_MS, unsaid } from './rules/sending';
import type { ConsentsDoc, MessageState, NoticeDoc } from './shape';

/* Each function is one round trip unless it says otherwise. */

/** How many commands the consents of one member remember. */
const COMMANDS = 20;

/** Up to this many notices are added one by one, all at once; more than that in transactions. */
const ONE_BY_ONE = 10;

/** Adds those that are not there yet; which these were. One round trip for a few, four for each hundred of many. */
export const addNotices = ({ notices }: NoticeDatabase, some: readonly NoticeDoc[]): Promise<NoticeDoc[]> =>
  some.length <= ONE_BY_ONE ? addSingly(notices, some) : addMissing(notices, some);

/** What these members want, in a table by their ids; whoever has said nothing has the defaults. */
export async function consentsOf(db: NoticeDatabase, memberIds: readonly string[]): Promise<Map<string, ConsentsDoc>> {
  const ids = [...new Set(memberIds)];
  const found = await db.consents.find({ _id: among(ids) }, { limit: ids.length });
  const said = new Map(found.map((one) => [one._id, one]));
  return new Map(ids.map((id) => [id, said.get(id) ?? unsaid(id)]));
}

/** Takes a due notice to be sent, so that nobody else does; false where somebody has. */
export const claimMessage = async (db: NoticeDatabase, id: string): Promise<boolean> =>
  (await db.notices.update({ _id: id, message: 'due' }, { set: { message: 'sending' } })) > 0;

/** Says how far messages have come; `dueAt` where they are due again. None: none, without a call. */
export async function setMessages(
  db: NoticeDatabase,
  ids: readonly string[],
  message: MessageState,
  dueAt?: number,
): Promise<void> {
  if (ids.length === 0) return;
  const set = { message, ...(dueAt === undefined ? {} : { dueAt }) };
  await db.notices.update({ _id: among(ids), message: among(['due', 'sending']) }, { set });
}

/** What is due, of what was written since it is of use; the oldest first. */
export const findDue = (db: NoticeDatabase, now: number, limit: number): Promise<NoticeDoc[]> =>
  db.notices.find(
    { message: 'due', dueAt: atMost(now) },
    {
      sort: [
        ['dueAt', 1],
        ['_id', 1],
      ],
      limit,
    },
  );

/** Gives up what is stale: it stays in the inbox alone. */
export const dropStale = (db: NoticeDatabase, now: number): Promise<number> =>
  db.notices.update({ message: 'due', dueAt: atMost(now), at: below(now - STALE_MS) }, { set: { message: 'none' } });

/** A message and its place in the week, taken from somebody's consents: what is to be given back if it is not sent. */
export interface Taken {
  memberId: string;
  template: MessageTemplate;
  at: number;
  /** The notice that it was taken for. */
  about: string;
}

/**
 * Uses up one consent and one place in the week, on the condition that nothing has changed since `seen`; false where
 * something has, or there is none.
 */
export const takeConsent = async (
  db: NoticeDatabase,
  seen: Pick<ConsentsDoc, 'version'>,
  { memberId, template, at, about }: Taken,
  keepLast: number,
): Promise<boolean> =>
  (await db.consents.update(
    { _id: memberId, version: seen.version, [`left.${template}`]: above(0) },
    { inc: { [`left.${template}`]: -1, version: 1 }, push: { sent: { items: [{ at, about }], keepLast } } },
  )) > 0;

/** Gives back what a message that was surely not sent had taken. */
export const giveBack = (db: NoticeDatabase, { memberId, template, about }: Taken): Promise<number> =>
  db.consents.update({ _id: memberId }, { inc: { [`left.${template}`]: 1, version: 1 }, pull: { sent: { about } } });

/** WeChat says that there is no consent: the ledger follows it, and the message counts for nothing. */
export const noConsentLeft = (db: NoticeDatabase, { memberId, template, about }: Taken): Promise<number> =>
  db.consents.update(
    { _id: memberId },
    { set: { [`left.${template}`]: 0 }, inc: { version: 1 }, pull: { sent: { about } } },
  );

/** Changes what a member said, once under a command; adds his document where he has none. Up to three round trips. */
export async function changeConsents(
  db: NoticeDatabase,
  memberId: string,
  commandId: string,
  change: Change<ConsentsDoc>,
): Promise<ConsentsDoc> {
  const { consents } = db;
  const write = () =>
    consents.updateOne(
      { _id: memberId, commands: noneOf([commandId]) },
      {
        ...change,
        inc: { ...change.inc, version: 1 },
        push: { commands: { items: [commandId], keepLast: COMMANDS } },
      },
    );
  const changed = await write();
  if (changed !== undefined) return changed;
  const first = await consents.add(unsaid(memberId));
  return (first ? await write() : undefined) ?? (await consents.get(memberId)) ?? unsaid(memberId);
}
