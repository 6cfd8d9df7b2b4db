import { pageOf } from '../../kernel/paging';
import { above, among, atMost, noneOf, type Change, type Conditions } from '../../kernel/port';
import { changeOnce } from '../../shared/commands/store';
import type { GraduationDoc, TransferDatabase, TransferDoc } from './collections';
import { viewFields, type Shown } from './rules/view';

const PAGE = 20;
const CLOSED: readonly TransferDoc['state'][] = ['done', 'declined', 'withdrawn', 'expired', 'void', 'undone'];

type Target = { id: string; commandId: string };
interface Page {
  items: Shown[];
  next: string | null;
}

/** One's own, the newest first. */
export const pageOfMine = (db: TransferDatabase, memberId: string, cursor: string | undefined): Promise<Page> =>
  listed(db, { memberId, state: noneOf(['prepared']) }, cursor);

const listings = {
  /** Those who ask to come here, or below. */
  waiting: (orgId: string): Conditions<TransferDoc> => ({ toPath: orgId, state: 'open' }),
  /** Those who went from here, or ask to. */
  out: (orgId: string): Conditions<TransferDoc> => ({ fromPath: orgId, state: noneOf(['prepared']) }),
  /** What came of those who asked to come here. */
  done: (orgId: string): Conditions<TransferDoc> => ({ toPath: orgId, state: among([...CLOSED]) }),
};
export type Listing = keyof typeof listings;

export const pageOfOrg = (
  db: TransferDatabase,
  { orgId, which, cursor }: { orgId: string; which: Listing; cursor: string | undefined },
): Promise<Page> => listed(db, listings[which](orgId), cursor);

const listed = (db: TransferDatabase, query: Conditions<TransferDoc>, cursor: string | undefined): Promise<Page> =>
  pageOf<TransferDoc, Shown>(db.transfers, query, {
    sort: ['at', -1],
    cursor,
    size: PAGE,
    fields: viewFields,
    view: (doc) => doc,
  });

/** The request of somebody to go from an org that waits for an answer; null as to `fromId`: to join one more. */
export async function findOpen(
  db: TransferDatabase,
  memberId: string,
  fromId: string | null,
): Promise<TransferDoc | undefined> {
  const [open] = await db.transfers.find({ memberId, state: 'open', fromId }, { limit: 1 });
  return open;
}

/** Changes a movement that is in a state, once under the command; `undefined` where it is in another, or has seen it. */
export const advance = (
  db: TransferDatabase,
  target: Target,
  {
    from,
    expected,
    set,
  }: { from: TransferDoc['state']; expected?: Conditions<TransferDoc>; set: Partial<TransferDoc> },
): Promise<TransferDoc | undefined> =>
  changeOnce(db.transfers, target, {
    change: { set: set as Change<TransferDoc>['set'] },
    expected: { ...expected, state: from },
  });

/** The same without a command: what the movement comes to by itself. */
export const conclude = (
  db: TransferDatabase,
  { _id, state, round }: Pick<TransferDoc, '_id' | 'state' | 'round'>,
  set: Partial<TransferDoc>,
): Promise<TransferDoc | undefined> =>
  db.transfers.updateOne({ _id, state, round }, { set: set as Change<TransferDoc>['set'] });

/** Those that wait too long, the longest waiting first. */
export const findOverdue = (db: TransferDatabase, now: number, limit: number): Promise<TransferDoc[]> =>
  db.transfers.find({ state: 'open', until: atMost(now) }, { sort: [['until', 1]], limit });

/** Those that were being carried out, by id. */
export const findUnderWay = (db: TransferDatabase, after: string, limit: number): Promise<TransferDoc[]> =>
  db.transfers.find({ state: among(['moving', 'undoing']), _id: above(after) }, { sort: [['_id', 1]], limit });

/** Movements of a graduation in these states, by id. */
export const findOfGraduation = (
  db: TransferDatabase,
  graduationId: string,
  states: readonly TransferDoc['state'][],
  { after, limit }: { after: string; limit: number },
): Promise<TransferDoc[]> =>
  db.transfers.find({ graduationId, state: among([...states]), _id: above(after) }, { sort: [['_id', 1]], limit });

export const countOfGraduation = (
  db: TransferDatabase,
  graduationId: string,
  states: readonly TransferDoc['state'][],
): Promise<number> => db.transfers.count({ graduationId, state: among([...states]) });

/** The last graduation that somebody did. */
export async function findLastGraduation(db: TransferDatabase, by: string): Promise<GraduationDoc | undefined> {
  const [last] = await db.graduations.find({ by }, { sort: [['at', -1]], limit: 1 });
  return last;
}
