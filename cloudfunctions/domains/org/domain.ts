import { orgCollections } from './collections';
import { orgHandlers } from './handlers';
import { orgJobs } from './jobs';

export const orgDomain = { collections: orgCollections, handlers: orgHandlers, jobs: orgJobs };
