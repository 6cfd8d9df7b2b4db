import { recommendationCollections } from './collections';
import { recommendationHandlers } from './handlers';
import { recommendationJobs } from './jobs';

export const recommendationDomain = {
  collections: recommendationCollections,
  handlers: recommendationHandlers,
  jobs: recommendationJobs,
};
