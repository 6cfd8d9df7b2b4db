import { deriveId } from '../../cloudfunctions/kernel/ids';
import { localDatabase } from '../../scripts/lib/database';
import { eventId } from '../../scripts/seed/documents';
import { act } from '../support/gateway';

const DAY_MS = 86_400_000;

/** Brings into a fresh demo city what only time would: an event that is over, a complaint that waits for its answer. */
export async function arrange(url: string): Promise<void> {
  const db = localDatabase(`${url}/admin`);
  const startsAt = Date.now() - 3 * DAY_MS;
  await db.events.update(
    { _id: eventId('shida') },
    { set: { startsAt, endsAt: startsAt + 3_600_000, deadline: startsAt - DAY_MS } },
  );
  await act(url, 'youth', 'feedback.submit', {
    commandId: deriveId('c', 'screens', 'feedback'),
    kind: 'suggestion',
    text: '晨读的草坪早上有露水，能不能借几块防潮垫？',
  });
}
