import { auditCheck } from './audit-check';
import { denialSummaries } from './denials';
import { eventDrift } from './event-drift';
import type { Job } from './job';
import { retention } from './retention';

/** What the hourly trigger does, in this order. */
export const jobs: readonly Job[] = [denialSummaries, retention, eventDrift, auditCheck];
