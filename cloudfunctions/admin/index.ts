import { handlers } from '../handlers';
import { connect } from '../kernel/sdk';
import { createFunction } from '../kernel/serve';

/** Lists and moderation: a longer timeout, always audited; see `contract/functions.ts`. */
export const main = createFunction('admin', handlers, connect());
