import { invitationCollections } from './collections';
import { invitationHandlers } from './handlers';
import { invitationJobs } from './jobs';

export const invitationDomain = {
  collections: invitationCollections,
  handlers: invitationHandlers,
  jobs: invitationJobs,
};
