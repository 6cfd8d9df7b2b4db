import { checkinCollections } from './collections';
import { checkinHandlers } from './handlers';

export const checkinDomain = { collections: checkinCollections, handlers: checkinHandlers };
