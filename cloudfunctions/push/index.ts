import { createPush } from '../jobs/push';
import { connect } from '../kernel/sdk';

/** Set off by WeChat's message push, never by a client. */
export const main = createPush(connect());
