import { jobs } from '../jobs/jobs';
import { createTimer } from '../jobs/timer';
import { connect } from '../kernel/sdk';

/** Set off by the cloud every minute, never by a client. */
export const main = createTimer(Object.values(jobs), connect());
