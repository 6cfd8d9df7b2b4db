import { orgsWith } from '../../kernel/access';
import type { Viewer } from '../../kernel/context';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { above, among, below, noneOf, type Query } from '../../kernel/port';
import type { WaitingProvider } from '../../shared/waiting/shape';
import { transferCollections, type TransferDoc } from './collections';
import { ALONE_MS, ownRows, receivingRows, waitingFields, type Waiting } from './rules/waiting';

/** Own movements, and requests, that are looked at. */
const LIMIT = 100;

const find = (others: Others, query: Query<TransferDoc>): Promise<Waiting[]> =>
  openOwn(others, transferCollections).transfers.find(query, {
    sort: [['at', -1]],
    limit: LIMIT,
    fields: waitingFields,
  });

const ofPerson = async (others: Others, { _id }: Viewer, now: number) =>
  ownRows(await find(others, { memberId: _id, shownUntil: above(now), state: noneOf(['prepared']) }));

/** Of the orgs themselves that the viewer answers for; of those below them what has waited for long. */
async function ofOrgs(others: Others, viewer: Viewer, now: number) {
  const ids = orgsWith(viewer, 'transfer:accept');
  if (ids.length === 0) return [];
  const anyOf = [{ toId: among(ids) }, { at: below(now - ALONE_MS) }];
  return receivingRows(await find(others, { toPath: among(ids), state: 'open', until: above(now), anyOf }));
}

/** What of transfers waits for a person: his own, and those who ask to come to an org that he answers for. */
export const transferWaiting: WaitingProvider = async (others, viewer, now) =>
  (await Promise.all([ofOrgs(others, viewer, now), ofPerson(others, viewer, now)])).flat();

/** How many ask to come to an org, or to one below it. One round trip, by an index. */
export const transfersOpen = (others: Others, orgId: string, now: number): Promise<number> =>
  openOwn(others, transferCollections).transfers.count({ toPath: orgId, state: 'open', until: above(now) });
