import { roleCollections } from './collections';
import { roleHandlers } from './handlers';
import { roleJobs } from './jobs';

export const roleDomain = { collections: roleCollections, handlers: roleHandlers, jobs: roleJobs };
