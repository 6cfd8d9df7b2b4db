import type { Queue } from '@contract/domains/moderation/constants';
import { useListCall } from '@/shared/call/query';

interface Options {
  /** Whose queue; without it there is no next one. */
  orgId: string | undefined;
  which: Queue;
  /** The one that is on screen. */
  but: string;
  enabled: boolean;
}

/** The case to be looked at next: the oldest of the same list that nobody has taken. */
export function useNextCase({ orgId = '', which, but, enabled }: Options): string | undefined {
  const list = useListCall('moderation.queue', { orgId, which }, { enabled: enabled && orgId !== '' });
  if (!enabled) return undefined;
  return list.items.find(({ id, claim, state }) => id !== but && claim !== 'other' && isOpen(state))?.id;
}

const isOpen = (state: string): boolean => state === 'pending' || state === 'review';
