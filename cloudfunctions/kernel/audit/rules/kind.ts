import type { ActionSpec } from '../../../../contract/action';
import type { AuditKind } from '../../../../contract/domains/audit/constants';
import type { ErrorCode } from '../../../../contract/errors';

/** Names the entry that counts somebody's refused calls of an hour; no action is called so. */
export const DENIALS_COUNTED = 'audit.denials';

/** Refusals for want of a right, which are written whether or not the action is audited. */
export const denials: readonly ErrorCode[] = ['FORBIDDEN', 'DISABLED', 'NOT_REGISTERED'];

/** Whether somebody was refused for want of a right. */
export const isDenial = (outcome: string): boolean => denials.some((code) => code === outcome);

/** What an entry is, by what was asked and how it went. */
export function kindOf({ kind, exports }: Pick<ActionSpec, 'kind' | 'exports'>, outcome: string): AuditKind {
  if (isDenial(outcome)) return 'refused';
  if (outcome !== 'ok') return 'failed';
  if (exports === true) return 'export';
  return kind === 'query' ? 'read' : 'act';
}
