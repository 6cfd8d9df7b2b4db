import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { above, among } from '../../kernel/port';
import type { Viewer } from '../../kernel/context';
import type { ModeratedDomain, ModeratedThing } from '../../shared/moderation/shape';
import { eventCollections } from './collections';
import { applyToEvent, eraseKept } from './moderation';
import { isKept, maySee } from './rules/access';
import { partsOf, submitted } from './rules/words';
import { findEvent } from './store';

/** How many events are of these orgs or of one below them. One round trip. */
export const countEventsBelow = (others: Others, orgIds: readonly string[]): Promise<number> =>
  openOwn(others, eventCollections).events.count({ orgPath: among(orgIds) });

/** How many events of an org and of those below it are still to come or under way. One round trip, by an index. */
export const eventsToCome = (others: Others, orgId: string, now: number): Promise<number> =>
  openOwn(others, eventCollections).events.count({ orgPath: orgId, endsAt: above(now), cancelled: false });

const open = (others: Others) => openOwn(others, eventCollections);

/** How verdicts on events are carried out, the cards of those who signed up with them. */
export const eventModeration: ModeratedDomain = {
  apply: (others, judged, to, at) => applyToEvent({ db: open(others), others }, judged, to, at),
  async standing(others, { thing }) {
    const [event] = await open(others).events.find({ _id: thing }, { limit: 1, fields: ['title', 'place', 'about'] });
    return event === undefined ? [] : partsOf(event);
  },
  erase: (others, judged) => eraseKept(open(others), judged),
  takesBack: ({ cause }) => cause !== 'edit',
};

/** An event that the viewer may see and report; `undefined` for any other. One round trip. */
export async function eventToReport(others: Others, viewer: Viewer, id: string): Promise<ModeratedThing | undefined> {
  const event = await findEvent(open(others), id, viewer._id);
  return event !== undefined && !isKept(event) && maySee(viewer, event) ? submitted(event) : undefined;
}
