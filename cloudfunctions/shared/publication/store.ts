import type { Viewer } from '../../kernel/context';
import { pageOf } from '../../kernel/paging';
import type { Collection, Conditions, Doc, Path } from '../../kernel/port';
import { wasSeen } from '../commands/rules/commands';
import { changeOnce, revise } from '../commands/store';
import type { CaseDoc } from '../moderation/shape';
import { verdictOn } from './rules/moderation';
import { publishedTo } from './rules/publication';
import type { Publication } from './shape';

/** Withdraws or restores; `undefined` when the command was seen, or the version is another than the one named. */
export const setWithdrawn = <T extends Doc & Publication>(
  collection: Collection<T>,
  { withdrawn, ...target }: { id: string; commandId: string; withdrawn: boolean; version?: number | undefined },
): Promise<T | undefined> => revise(collection, target, { change: { set: { withdrawn } } });

/**
 * One page of what is published to the viewer, or of what he wrote himself in every state; the newest first. One round
 * trip.
 */
export function pageOfPublished<T extends Doc & Publication, I>(
  collection: Collection<T>,
  which: 'visible' | 'mine',
  viewer: Viewer,
  {
    now,
    fields,
    ...options
  }: {
    now: number;
    cursor: string | undefined;
    size: number;
    fields: readonly Path<T>[];
    view: (doc: T) => I;
  },
): Promise<{ items: I[]; next: string | null }> {
  const query = which === 'visible' ? publishedTo(viewer, now) : { memberId: viewer._id };
  const field = which === 'visible' ? 'publishAt' : 'createdAt';
  // What holds of every published document holds of this one, which has more.
  return pageOf(collection, query as Conditions<T>, { ...options, sort: [field, -1], fields: [...fields, field] });
}

/**
 * Carries a verdict out on a publication: shows it or its change, keeps it from others, or has it wait again; under a key
 * that was used before it changes nothing. `overtaken` where it is not what was judged any more. One to three round trips.
 */
export async function applyVerdict<T extends Doc & Publication>(
  collection: Collection<T>,
  judged: CaseDoc,
  to: 'visible' | 'rejected' | 'waiting',
  { key, now }: { key: string; now: number },
): Promise<'done' | 'overtaken'> {
  const target = { id: judged.thing, commandId: key };
  for (const { change, expected } of verdictOn(judged, to, now)) {
    const step = { change, expected } as unknown as Parameters<typeof changeOnce<T>>[2];
    if ((await changeOnce(collection, target, step)) !== undefined) return 'done';
  }
  const standing = await collection.get(judged.thing);
  if (standing === undefined) return 'overtaken';
  const stillUp = to === 'visible' && judged.cause !== 'publication' && judged.cause !== 'edit';
  return wasSeen(standing, key) || stillUp ? 'done' : 'overtaken';
}

/** Erases words that were turned down for good. A change that did not pass leaves what stands as it is. */
export async function eraseKept<T extends Doc & Publication>(
  collection: Collection<T>,
  { _id: caseId, thing }: CaseDoc,
): Promise<void> {
  const kept = (of: 'publication' | 'edit') =>
    ({ _id: thing, 'held.caseId': caseId, 'held.of': of }) as unknown as Conditions<T>;
  await collection.remove(kept('publication'));
  await collection.update(kept('edit'), { unset: ['held'] });
}
