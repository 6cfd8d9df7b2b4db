import { memberCollections } from './collections';
import { memberHandlers } from './handlers';
import { memberJobs } from './jobs';

export const memberDomain = { collections: memberCollections, handlers: memberHandlers, jobs: memberJobs };
