import { orgCollections } from './collections';
import { orgHandlers } from './handlers';

export const orgDomain = { collections: orgCollections, handlers: orgHandlers };
