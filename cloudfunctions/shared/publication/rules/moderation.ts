import type { Change, Conditions } from '../../../kernel/port';
import { NEVER } from '../../moderation/rules/machine';
import type { CaseDoc, Held } from '../../moderation/shape';
import type { Publication } from '../shape';

/** A publication that nobody else may see yet: it is out at a time that never comes, and says when it is meant for. */
export const keptBack = (
  held: Held | undefined,
  publishAt: number,
): Pick<Publication, 'publishAt'> & { held?: Publication['held'] } =>
  held === undefined ? { publishAt } : { publishAt: NEVER, held: { ...held, publishAt } };

interface Attempt {
  change: Change<Publication>;
  expected: Conditions<Publication>;
}

const isEdit = ({ cause }: Pick<CaseDoc, 'cause'>): boolean => cause === 'edit';

/**
 * What a verdict changes of a publication, the first attempt that fits counting; none where nothing is to change.
 * `fields` of the case: when it is meant for, and of an edit what it changes.
 */
export function verdictOn(
  judged: Pick<CaseDoc, '_id' | 'cause' | 'version' | 'fields'>,
  to: 'visible' | 'rejected' | 'waiting',
  now: number,
): Attempt[] {
  const { publishAt: meant, ...words } = judged.fields as { publishAt: number };
  const kept = { 'held.caseId': judged._id } as Conditions<Publication>;
  const asJudged: Conditions<Publication> = { version: judged.version, held: null };
  if (isEdit(judged)) {
    if (to !== 'visible') {
      const state = to === 'rejected' ? 'rejected' : 'waiting';
      return [{ change: { set: { 'held.state': state } }, expected: kept }];
    }
    const set = { ...words, publishAt: meant } as Change<Publication>['set'];
    return [{ change: { set, unset: ['held'], inc: { version: 1 } }, expected: { ...kept, version: judged.version } }];
  }
  if (to === 'visible') {
    const wasUp = judged.cause !== 'publication';
    const publishAt = wasUp ? meant : Math.max(meant, now);
    return [{ change: { set: { publishAt }, unset: ['held'] }, expected: kept }];
  }
  const held = { of: 'publication', state: to, caseId: judged._id, publishAt: meant } as const;
  const change: Change<Publication> = { set: { publishAt: NEVER, held } };
  return [
    { change, expected: kept },
    { change, expected: asJudged },
  ];
}
