import type { CallRecorder } from '@shuxiang/local-cloudbase';
import { joinable } from '../../../cloudfunctions/kernel/port';

type Invocation = ReturnType<CallRecorder['recent']>[number];
type DatabaseCall = Invocation['database'][number];

/** Calls that leave the database as it is. */
const READS: readonly string[] = ['database.getDocument', 'database.calculateDocument', 'database.aggregateDocuments'];

const collectionsOf = ({ action, collection }: DatabaseCall): readonly string[] => [
  ...(collection === undefined ? [] : [collection]),
  ...(action === 'database.aggregateDocuments' ? joinable : []),
];

/** The collections from which each action was answered, by its name. */
export function readBy(invocations: readonly Invocation[]): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { action = '', database } of invocations) {
    found.set(action, [...new Set([...(found.get(action) ?? []), ...database.flatMap(collectionsOf)])]);
  }
  return found;
}

/** The collections to which these calls wrote. */
export const writtenBy = (calls: readonly DatabaseCall[]): Set<string> =>
  new Set(calls.filter(({ action }) => !READS.includes(action)).flatMap(collectionsOf));
