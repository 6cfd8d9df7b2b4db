import { feedbackCollections } from './collections';
import { feedbackHandlers } from './handlers';

export const feedbackDomain = { collections: feedbackCollections, handlers: feedbackHandlers };
