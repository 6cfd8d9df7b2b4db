import { downloadJobs } from './definitions';
import { downloadHandlers } from './handlers';

/** Its collection is the mechanism's (`shared/exports`). */
export const downloadDomain = { handlers: downloadHandlers, jobs: downloadJobs };
