import { eventCollections } from './collections';
import { eventHandlers } from './handlers';
import { eventJobs } from './jobs';

export const eventDomain = { collections: eventCollections, handlers: eventHandlers, jobs: eventJobs };
