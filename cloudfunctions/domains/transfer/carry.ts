import { changeBelonging } from '../../kernel/members';
import type { Others } from '../../kernel/others';
import type { TransferDatabase, TransferDoc } from './collections';
import { changeOf, closed, intention, waiting } from './rules/transfer';
import { endRolesOf, restoreRolesOf } from './roles';
import { conclude } from './store';

interface At {
  db: TransferDatabase;
  others: Others;
  now: number;
}

/**
 * Carries out a movement that is under way, or takes it back: where the person belongs first, in one update under a name
 * of its own; then the roles that go with it; then what has become of the movement. Killed between two of these and run
 * again, by whoever, it comes to the same. Gives the movement as it stands then.
 */
export async function carryOut(at: At, doc: TransferDoc): Promise<TransferDoc> {
  if (doc.state !== 'moving' && doc.state !== 'undoing') return doc;
  const came = await move(at, doc);
  const concluded = doc.state === 'moving' ? await afterMove(at, doc, came) : await afterUndo(at, doc, came);
  return concluded ?? (await at.db.transfers.get(doc._id)) ?? doc;
}

/** Whether the person belongs now where the movement says. */
async function move({ others, now }: At, doc: TransferDoc): Promise<boolean> {
  const change = changeOf(doc);
  const key = intention(doc);
  const changed = await changeBelonging(others, doc.memberId, change, { key, now });
  if (changed.how !== 'not there' || doc.state === 'undoing' || doc.leg?.add === null) return changed.how === 'done';
  // He left the org that he wanted to go from, and went nowhere: the wish still stands.
  const arrived = await changeBelonging(others, doc.memberId, { add: change.add, only: 'without org' }, { key, now });
  return arrived.how === 'done';
}

async function afterMove({ db, others, now }: At, doc: TransferDoc, came: boolean): Promise<TransferDoc | undefined> {
  if (!came) return conclude(db, doc, closed('void', now));
  await endRolesOf(others, doc, now);
  return conclude(db, doc, doc.leg?.then === 'open' ? waiting(now) : closed('done', now));
}

/** What was taken back waits again where it had been a request, and is over where it had not. */
async function afterUndo({ db, others, now }: At, doc: TransferDoc, came: boolean): Promise<TransferDoc | undefined> {
  // He went elsewhere in the meantime: what was done stays.
  if (!came) return conclude(db, doc, { state: 'done' });
  await restoreRolesOf(others, doc, now);
  if (doc.answer === null) return conclude(db, doc, closed('undone', now));
  return conclude(db, doc, { ...waiting(now), answer: null, wasThere: false });
}
