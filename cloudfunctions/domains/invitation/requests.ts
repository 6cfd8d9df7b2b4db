import type { OwnRequest } from '../../../contract/domains/invitation/actions';
import { deriveId } from '../../kernel/ids';
import { addOnce } from '../../kernel/once';
import type { PresentOrg } from '../../kernel/orgTree';
import { changeOnce } from '../../shared/commands/store';
import { checkWords } from '../../shared/moderation/public';
import { placeholderFor } from '../me/public';
import { NAME_SCENE } from '../me/rules/naming';
import { takeName } from '../roster/public';
import { REQUEST_DAYS } from '../../../contract/domains/invitation/constants';
import type { InvitationDatabase, JoinRequestDoc } from './collections';
import { type Accepted, bringIn, type Entry, keyOf, openOrg, type Joining } from './joining';
import { lookOnRoster, onRoster } from './listed';
import { claim } from './places';
import { DAY_MS } from '../../../contract/durations';
import { refusalOf } from './rules/invitation';
import { newRequest, ownRequestView, requestState } from './rules/request';
import type { SeenInvitation } from './store';

/* Requests to join, from the side of the person who asks. */

type Asked = Omit<Entry, 'code'> & { invitation: SeenInvitation; org: PresentOrg };

/** More than one person has under way at a time. */
const REQUESTS_SEEN = 100;

/**
 * Asks the branch, or comes in at once where its roster lets him. There is one request of a person for an invitation:
 * asked again it is what it is, one that was withdrawn or has lapsed waits anew, and one that was approved lets him in.
 */
export async function ask(db: InvitationDatabase, joining: Joining, asked: Asked): Promise<Accepted> {
  const { invitation, org, name, commandId } = asked;
  const { viewer, now } = joining;
  const k = keyOf(joining);
  const _id = deriveId('j', invitation._id, k);
  const own = await db.joinRequests.find({ k }, { limit: REQUESTS_SEEN });
  const standing = own.find((request) => request._id === _id);
  const state = standing && requestState(standing, now);
  if (standing !== undefined && state === 'approved') return enterBy(db, joining, standing, commandId);
  if (state === 'declined') return { refused: 'JOIN_DECLINED' };
  if (state === 'waiting') return { outcome: 'waiting', orgName: org.name };
  const refused = refusalOf(invitation, now);
  if (refused !== undefined) return { refused };
  const place = await onRoster(joining, org, asked, { direct: true });
  if (place !== undefined && 'question' in place) return place;
  if (place !== undefined) {
    const came = await comeAtOnce(db, joining, asked, own);
    if ('refused' in came) await place.free();
    return came;
  }
  const listing = await lookOnRoster(db, joining, org, asked);
  if (listing !== undefined && 'question' in listing) return listing;
  const named = viewer === undefined ? await nameAsked(joining, k, name) : { name: viewer.name };
  const request = newRequest(
    { id: _id, k, memberId: viewer?._id ?? null, ...named, listed: listing?.id },
    { ...invitation, orgName: org.name, orgPath: org.path },
    now,
  );
  if (standing === undefined) await addOnce(db.joinRequests, request);
  else await askAnew(db, standing, request);
  return { outcome: 'waiting', orgName: org.name };
}

/** A visitor's name as those read it who decide: until it has passed, one that says nothing stands for it. */
async function nameAsked(joining: Joining, k: string, name: string): Promise<{ name: string; typed?: string }> {
  const checked = await checkWords(joining, [name], NAME_SCENE);
  return checked.passed ? { name } : { name: placeholderFor(k), typed: name };
}

/** One that was withdrawn or has lapsed waits again; of two at once the first is it. */
const askAnew = (db: InvitationDatabase, standing: JoinRequestDoc, { name, typed, at, listed }: JoinRequestDoc) =>
  db.joinRequests.update(
    { _id: standing._id, state: standing.state, until: standing.until },
    {
      set: {
        ...{ state: 'waiting', name, at, until: at + REQUEST_DAYS * DAY_MS, decision: null },
        ...(listed !== undefined && { listed }),
        ...(typed !== undefined && { typed }),
      },
      unset: [
        ...(listed === undefined ? (['listed'] as const) : []),
        ...(typed === undefined ? (['typed'] as const) : []),
      ],
    },
  );

/** Somebody whom the roster lets in without approval. What he has asked of branches is known, and adopted where there is any. */
async function comeAtOnce(
  db: InvitationDatabase,
  joining: Joining,
  { invitation, org, name, commandId }: Asked,
  own: readonly JoinRequestDoc[],
): Promise<Accepted> {
  const k = keyOf(joining);
  const refused = await claim(db, invitation, k, joining.now);
  if (refused !== undefined) return { refused };
  const member = await bringIn(joining, { org, name, commandId });
  if (member === undefined) return { refused: 'JOIN_ORG_CLOSED' };
  if (own.some(({ memberId }) => memberId === null)) await adoptRequests(db, k, member._id);
  return { outcome: 'joined', orgName: org.name, member };
}

/** Says of requests of a visitor whose they are, once he is a member. */
export const adoptRequests = (db: InvitationDatabase, k: string, memberId: string): Promise<number> =>
  db.joinRequests.update({ k, memberId: null }, { set: { memberId } });

/** Lets somebody in whose request was approved. */
async function enterBy(
  db: InvitationDatabase,
  joining: Joining,
  request: JoinRequestDoc,
  commandId: string,
): Promise<Exclude<Accepted, { outcome: 'waiting' } | { question: unknown }>> {
  const org = await openOrg(joining, request.orgId, request.orgPath);
  const member = org && (await bringIn(joining, { org, name: request.typed ?? request.name, commandId }));
  if (org === undefined || member === undefined) return { refused: 'JOIN_ORG_CLOSED' };
  const brought = joining.viewer?.orgIds.includes(org._id) !== true && { brought: true as const };
  await db.joinRequests.update({ _id: request._id }, { set: { memberId: member._id, entered: true, ...brought } });
  if (request.listed !== undefined) await takeName(joining.others, request.listed, request.k);
  return { outcome: 'joined', orgName: org.name, member };
}

/** A request of the caller; of another's he is told nothing. */
async function ownRequest(db: InvitationDatabase, joining: Joining, id: string): Promise<JoinRequestDoc | undefined> {
  const request = await db.joinRequests.get(id);
  return request?.k === keyOf(joining) ? request : undefined;
}

/** Comes in after an approval; where there is none, or none any more, nothing happens. Why not, where it could not be. */
export async function enter(
  db: InvitationDatabase,
  joining: Joining,
  { id, commandId }: { id: string; commandId: string },
): Promise<'JOIN_ORG_CLOSED' | undefined> {
  const request = await ownRequest(db, joining, id);
  if (request?.state !== 'approved') return undefined;
  const entered = await enterBy(db, joining, request, commandId);
  return 'refused' in entered ? 'JOIN_ORG_CLOSED' : undefined;
}

/** Takes a request back that nobody has answered; one that was answered stays as it is. */
export async function withdraw(
  db: InvitationDatabase,
  joining: Joining,
  { id, commandId }: { id: string; commandId: string },
): Promise<void> {
  const expected = { state: 'waiting', k: keyOf(joining) } as const;
  await changeOnce(db.joinRequests, { id, commandId }, { change: { set: { state: 'withdrawn' } }, expected });
}

/** Most requests of one person that are shown to him: more are nobody's. */
const OWN_REQUESTS = 10;

/** What the caller has asked, latest first. One round trip. */
export async function ownRequests(db: InvitationDatabase, joining: Joining): Promise<{ items: OwnRequest[] }> {
  const requests = await db.joinRequests.find(
    { k: keyOf(joining) },
    {
      sort: [
        ['at', -1],
        ['_id', 1],
      ],
      limit: OWN_REQUESTS,
    },
  );
  return { items: requests.map((request) => ownRequestView(request, joining.now)) };
}
