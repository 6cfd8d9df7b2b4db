import { eventCollections } from './collections';
import { eventHandlers } from './handlers';

export const eventDomain = { collections: eventCollections, handlers: eventHandlers };
