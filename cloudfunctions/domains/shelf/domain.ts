import { shelfCollections } from './collections';
import { shelfHandlers } from './handlers';

export const shelfDomain = { collections: shelfCollections, handlers: shelfHandlers };
