import { rosterCollections } from './collections';
import { rosterHandlers } from './handlers';

export const rosterDomain = { collections: rosterCollections, handlers: rosterHandlers };
