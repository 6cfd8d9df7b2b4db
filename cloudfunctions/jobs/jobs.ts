import { auditCheck } from './audit-check';
import { copies } from './copies';
import { denialSummaries } from './denials';
import { eventDrift } from './event-drift';
import type { Job } from './job';
import { removedLines } from './removed-lines';
import { retention } from './retention';
import { terms } from './terms';

/** What the hourly trigger does, in this order. */
export const jobs: readonly Job[] = [denialSummaries, retention, copies, terms, removedLines, eventDrift, auditCheck];
