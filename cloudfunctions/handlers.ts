import { merged, partOf } from '../contract/merged';
import * as domains from './domains';

/** The handlers of all domains, for the entries. */
export const handlers = merged(partOf(domains, 'handlers'));
