import { owndataCollections } from './collections';
import { owndataHandlers } from './handlers';

/** Its jobs need all collections and lie in `jobs/own`. */
export const owndataDomain = { collections: owndataCollections, handlers: owndataHandlers };
