import type { WaitingItem } from '../../../contract/shared/waiting';
import type { Viewer } from '../../kernel/context';
import type { Others } from '../../kernel/others';

/**
 * What of a domain waits for a person now. One query through an index, at most `WAITING_EACH` rows, and none at all where
 * the viewer has no right that could make anything wait for him.
 */
export type WaitingProvider = (others: Others, viewer: Viewer, now: number) => Promise<readonly WaitingItem[]>;
