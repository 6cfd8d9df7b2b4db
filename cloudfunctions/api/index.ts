import { bookHandlers } from '../domains/book/handlers';
import { checkinHandlers } from '../domains/checkin/handlers';
import { eventHandlers } from '../domains/event/handlers';
import { feedbackHandlers } from '../domains/feedback/handlers';
import { homeHandlers } from '../domains/home/handlers';
import { meHandlers } from '../domains/me/handlers';
import { orgHandlers } from '../domains/org/handlers';
import { recommendationHandlers } from '../domains/recommendation/handlers';
import { shelfHandlers } from '../domains/shelf/handlers';
import { connect } from '../kernel/sdk';
import { createFunction } from '../kernel/serve';

/** Every path of ordinary use; see `contract/functions.ts`. */
export const main = createFunction(
  'api',
  {
    ...meHandlers,
    ...orgHandlers,
    ...homeHandlers,
    ...checkinHandlers,
    ...bookHandlers,
    ...shelfHandlers,
    ...recommendationHandlers,
    ...eventHandlers,
    ...feedbackHandlers,
  },
  connect(),
);
