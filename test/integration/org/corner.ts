import type { Corner } from '../authz/corner';

export const corner: Corner<'org'> = {
  inputs: {
    'org.joinCode': (orgId) => ({ orgId }),
    'org.joinCodes': (orgId) => ({ orgId }),
    'org.below': (orgId) => ({ orgId }),
  },
};
