import { handlers } from '../handlers';
import { connect } from '../kernel/sdk';
import { createFunction } from '../kernel/serve';

/** Every path of ordinary use; see `contract/functions.ts`. */
export const main = createFunction('api', handlers, connect());
