import { driftJob } from '../../shared/participation/drift';
import type { EventDatabase } from './collections';

/** By their kinds. */
export const eventJobs = { drift: driftJob('drift', ({ events }: EventDatabase) => events) };
