import { checkinKinds } from '@/features/checkin/outbox/kinds';
import type { QueuedKind } from '@/shared/outbox/queued';

/**
 * Every command that may be given offline: one line for each domain. They lie in the main package, since at every
 * launch what waits is read and sent, whichever page is opened.
 */
export const queued: readonly QueuedKind[] = [...checkinKinds];
