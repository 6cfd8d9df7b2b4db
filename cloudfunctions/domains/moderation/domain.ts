import { moderationHandlers } from './handlers';
import { moderationJobs } from './jobs';

export const moderationDomain = { handlers: moderationHandlers, jobs: moderationJobs };
