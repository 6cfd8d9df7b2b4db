import { merged, partOf } from '../../contract/merged';
import * as domains from '../domains';
import type { Database } from '../schema';
import type { Job } from '../shared/work/job';
import { auditCheck } from './audit-check';
import { auditSeal } from './audit-seal';
import { denialSummaries } from './denials';
import { orgCopies } from './org-copies';
import { orgDrift } from './org-drift';
import { orgFigures } from './org-figures';
import { countOwn } from './own/counts';
import { dueErasures, replayErasures } from './own/erasures';
import { exportOwn } from './own/export';
import { eraseMember, mergeMembers } from './persons';
import { retention } from './retention';

/** Every job of the timer by its kind: those of the kernel and of all domains. */
export const jobs: Readonly<Record<string, Job<Database>>> = merged({
  kernel: {
    denials: denialSummaries,
    retention,
    seal: auditSeal,
    audit: auditCheck,
    orgcopies: orgCopies,
    orgdrift: orgDrift,
    orgfigures: orgFigures,
    erase: eraseMember,
    erasures: dueErasures,
    replay: replayErasures,
    owncounts: countOwn,
    owndata: exportOwn,
    merge: mergeMembers,
  },
  domains: merged(partOf(domains, 'jobs')),
});
