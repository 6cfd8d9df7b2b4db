import { bookCollections } from './collections';
import { bookHandlers } from './handlers';
import { bookJobs } from './jobs';

export const bookDomain = { collections: bookCollections, handlers: bookHandlers, jobs: bookJobs };
