import { demoActs } from '../../demo/audit';
import { addDays, dayOf, instantOfForm } from '../../contract/day';
import { actions } from '../../contract/registry';
import type { AuditDoc } from '../../cloudfunctions/kernel/audit/collections';
import { link } from '../../cloudfunctions/kernel/audit/rules/chain';
import { kindOf } from '../../cloudfunctions/kernel/audit/rules/kind';
import { deriveId } from '../../cloudfunctions/kernel/ids';
import { type City, memberId } from './documents';

/** One chain of what was done before the city was made; seeding again makes the same entries. */
export function auditDocuments({ orgs, at }: Pick<City, 'orgs' | 'at'>): AuditDoc[] {
  const entries: AuditDoc[] = [];
  for (const { ago, time, by, action, outcome = 'ok', orgId, memberKey, target } of demoActs) {
    const parts = [`orgId=${orgId}`, memberKey && `memberId=${memberId(memberKey)}`, target];
    const fact = {
      at: instantOfForm(addDays(dayOf(at), -ago), time),
      actor: memberId(by),
      ...{ action, outcome, kind: kindOf(actions[action], outcome) },
      target: parts.filter(Boolean).join(' '),
      orgs: [...(orgs.get(orgId)?.path ?? [])],
      requestId: `demo-${entries.length + 1}`,
    };
    entries.push(link(deriveId('demo', 'audit'), entries.at(-1), fact));
  }
  return entries;
}
