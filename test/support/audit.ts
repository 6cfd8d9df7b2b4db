import type { AuditDatabase, AuditDoc } from '../../cloudfunctions/kernel/audit/collections';
import { above } from '../../cloudfunctions/kernel/port';

const PAGE = 1000;

/** Everything in the audit, however much it is, in the order in which the calls began. */
export async function readAudit({ audit }: Pick<AuditDatabase, 'audit'>): Promise<AuditDoc[]> {
  const entries: AuditDoc[] = [];
  for (;;) {
    const after = above(entries.at(-1)?._id ?? '');
    const page = await audit.find({ _id: after }, { sort: [['_id', 1]], limit: PAGE });
    entries.push(...page);
    if (page.length < PAGE) return entries.sort((a, b) => a.at - b.at);
  }
}
