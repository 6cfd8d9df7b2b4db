import type { WaitingItem } from '../../../contract/shared/waiting';
import type { Viewer } from '../../kernel/context';
import type { Others } from '../../kernel/others';
import { inOrder, WAITING_EACH } from './rules/order';
import type { WaitingProvider } from './shape';

/** All that waits for a person, of all domains at once, in the order of 我的. */
export async function waitingFor(
  providers: readonly WaitingProvider[],
  { others, viewer, now }: { others: Others; viewer: Viewer; now: number },
): Promise<WaitingItem[]> {
  const found = await Promise.all(providers.map((provider) => provider(others, viewer, now)));
  return inOrder(found.flatMap((items) => items.slice(0, WAITING_EACH)));
}
