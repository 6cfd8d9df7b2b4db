import type { Others } from '../../kernel/others';
import { afterBatch, defineJob } from '../../shared/work/public';
import { carryOut } from './carry';
import type { GraduationDoc, TransferDatabase, TransferDoc } from './collections';
import { conclude, findOfGraduation } from './store';

/** People moved in one step. */
const BATCH = 25;

const KIND = 'graduation';

/** Names the work: moving those of a graduation, or taking it back. */
export const graduationKey = ({ _id, state }: Pick<GraduationDoc, '_id' | 'state'>): string =>
  `${_id}:${state === 'undoing' || state === 'undone' ? 'undo' : 'go'}`;

interface At {
  db: TransferDatabase;
  others: Others;
  now: number;
}

async function go(at: At, doc: TransferDoc): Promise<void> {
  const moving =
    doc.state === 'prepared' ? await conclude(at.db, doc, { state: 'moving', closedAt: null, round: 1 }) : doc;
  if (moving !== undefined) await carryOut(at, moving);
}

/** Who has chosen or left by himself since stays where he is; what the other side was asked is not asked any more. */
async function back(at: At, doc: TransferDoc): Promise<void> {
  if (doc.settledAt !== null || doc.answer !== null) return;
  const undoing = doc.state === 'undoing' ? doc : await conclude(at.db, doc, { state: 'undoing', until: null });
  if (undoing !== undefined) await carryOut(at, undoing);
}

/** Moves the people of a graduation, a batch at a time; or takes back what was done with them. */
export const graduations = defineJob<TransferDatabase>({
  kind: KIND,
  async step(db, { key, cursor = '', now, others }) {
    const [id = '', way] = key.split(':');
    const undo = way === 'undo';
    const batch = await findOfGraduation(db, id, undo ? ['open', 'done', 'undoing'] : ['prepared', 'moving'], {
      after: cursor,
      limit: BATCH,
    });
    await Promise.all(batch.map((doc) => (undo ? back : go)({ db, others, now }, doc)));
    if (batch.length < BATCH) {
      const from = undo ? 'undoing' : 'running';
      await db.graduations.update({ _id: id, state: from }, { set: { state: undo ? 'undone' : 'done' } });
    }
    return afterBatch(batch, BATCH, (last) => last, undo ? 'undone' : 'graduated');
  },
});
