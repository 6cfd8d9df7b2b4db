import { bookCollections } from './collections';
import { bookHandlers } from './handlers';

export const bookDomain = { collections: bookCollections, handlers: bookHandlers };
