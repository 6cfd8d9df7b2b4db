import { transferCollections } from './collections';
import { transferHandlers } from './handlers';
import { transferJobs } from './jobs';

export const transferDomain = { collections: transferCollections, handlers: transferHandlers, jobs: transferJobs };
