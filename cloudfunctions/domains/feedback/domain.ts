import { feedbackCollections } from './collections';
import { feedbackHandlers } from './handlers';
import { feedbackJobs } from './jobs';

export const feedbackDomain = { collections: feedbackCollections, handlers: feedbackHandlers, jobs: feedbackJobs };
