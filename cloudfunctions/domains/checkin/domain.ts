import { checkinCollections } from './collections';
import { checkinHandlers } from './handlers';
import { checkinJobs } from './jobs';

export const checkinDomain = { collections: checkinCollections, handlers: checkinHandlers, jobs: checkinJobs };
