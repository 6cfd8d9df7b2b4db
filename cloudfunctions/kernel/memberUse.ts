import { kernelCollections } from './collections';
import type { Others } from './others';
import { openOwn } from './own';

/*
 * Whether a record is still in somebody's hands, asked where it is to go on another's word. Nothing is noted of when or
 * how it is used: the mark stands from the asking to the first call by it, whatever that call is, and to whatever keeps
 * its holder from calling.
 */

const members = (others: Others) => openOwn(others, kernelCollections).members;

/** From now on it counts as unused until somebody calls by it. One round trip. */
export const askWhetherUsed = async (others: Others, id: string): Promise<void> => {
  await members(others).update({ _id: id }, { set: { unused: true } });
};

/** Whether nobody has called by it since that was asked; false where it was not. One round trip. */
export const isUnused = async (others: Others, id: string): Promise<boolean> =>
  (await members(others).count({ _id: id, unused: true })) > 0;
