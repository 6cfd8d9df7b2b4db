import { dutyCollections } from './collections';
import { dutyHandlers } from './handlers';

export const dutyDomain = { collections: dutyCollections, handlers: dutyHandlers };
