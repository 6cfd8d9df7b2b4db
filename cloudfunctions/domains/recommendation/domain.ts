import { recommendationCollections } from './collections';
import { recommendationHandlers } from './handlers';

export const recommendationDomain = { collections: recommendationCollections, handlers: recommendationHandlers };
