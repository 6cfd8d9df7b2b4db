import { REQUEST_DAYS, UNDO_DAYS, type RequestState } from '../../../../contract/domains/invitation/constants';
import type { JoinRequest, OwnRequest } from '../../../../contract/domains/invitation/actions';
import type { InvitationDoc, JoinRequestDoc } from '../collections';
import { DAY_MS } from '../../../../contract/durations';

/** A request as it is stored at first. */
export const newRequest = (
  {
    id,
    listed,
    ...who
  }: {
    id: string;
    k: string;
    memberId: string | null;
    name: string;
    typed?: string;
    listed?: string | undefined;
  },
  { _id, orgId, orgPath, orgName }: Pick<InvitationDoc, '_id' | 'orgId' | 'orgPath' | 'orgName'>,
  now: number,
): JoinRequestDoc => ({
  _id: id,
  ...who,
  ...(listed !== undefined && { listed }),
  orgId,
  orgPath,
  orgName,
  invitationId: _id,
  state: 'waiting',
  at: now,
  until: now + REQUEST_DAYS * DAY_MS,
  decision: null,
  entered: false,
});

/** How a request stands: one that nobody answered in time has lapsed. */
export const requestState = ({ state, until }: Pick<JoinRequestDoc, 'state' | 'until'>, now: number): RequestState =>
  state === 'waiting' && until <= now ? 'lapsed' : state;

/** Whether a decision can still be taken back. */
export const mayUndo = ({ state, decision }: JoinRequestDoc, now: number): boolean =>
  state !== 'withdrawn' && decision !== null && now < decision.at + UNDO_DAYS * DAY_MS;

/** A request as its writer sees it. */
export const ownRequestView = (doc: JoinRequestDoc, now: number): OwnRequest => ({
  id: doc._id,
  orgName: doc.orgName,
  state: requestState(doc, now),
  at: doc.at,
  until: doc.until,
  sentence: doc.decision?.sentence ?? '',
  mayEnter: doc.state === 'approved' && !doc.entered,
});

/**
 * Whether who asks is on the roster, where the org has one: since when, `since` says. Only of one that waits, and that was
 * compared with it.
 */
const isListed = (doc: JoinRequestDoc, now: number, since: number | undefined): boolean | null =>
  requestState(doc, now) !== 'waiting' || since === undefined || doc.at < since ? null : doc.listed !== undefined;

/** A request as those see it who decide; `since`: when the org's roster began, where it has one. */
export const requestView = (doc: JoinRequestDoc, now: number, since?: number): JoinRequest => ({
  id: doc._id,
  orgId: doc.orgId,
  orgName: doc.orgName,
  name: doc.name,
  state: requestState(doc, now),
  at: doc.at,
  until: doc.until,
  sentence: doc.decision?.sentence ?? '',
  mayUndo: mayUndo(doc, now),
  listed: isListed(doc, now, since),
});
