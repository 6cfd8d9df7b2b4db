import type { Others } from '../../kernel/others';
import { among, type Collection } from '../../kernel/port';
import type { FileDoc } from './shape';

export type FileCollection = Collection<FileDoc>;

/** The calling context's part that files need. */
export interface Calling {
  readonly others: Others;
  readonly now: number;
}

/** Files of a thing that are to be taken, as they stand; those of another, for something else, or gone are left out. */
export async function findTakeable(
  files: FileCollection,
  { memberId, purpose, ids, of }: { memberId: string; purpose: FileDoc['purpose']; ids: readonly string[]; of: string },
): Promise<FileDoc[]> {
  if (ids.length === 0) return [];
  const found = await files.find({ _id: among(ids), memberId }, { limit: ids.length });
  return found.filter((file) => {
    const free = file.of === null || file.of === of;
    return file.state === 'stored' && file.purpose === purpose && free;
  });
}

/** Marks a file as stored, if nobody was faster. */
export const store = (
  files: FileCollection,
  id: string,
  stored: Pick<FileDoc, 'path' | 'size' | 'width' | 'height'> & { expiresAt: number },
): Promise<FileDoc | undefined> =>
  files.updateOne({ _id: id, state: 'ticket' }, { set: { ...stored, state: 'stored' } });
