import type { Viewer } from '../../kernel/context';
import { pageOf } from '../../kernel/paging';
import type { Collection, Conditions, Doc, Path } from '../../kernel/port';
import { revise } from '../commands/store';
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
