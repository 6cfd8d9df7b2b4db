import { DAY_MS } from '../../../../contract/durations';
import {
  MERGE_AGREED_MS,
  MERGE_ASKED_MS,
  MERGE_CODE_MS,
  MERGE_OBJECT_MS,
  MERGE_REVIEW_MS,
  type MergeEnding,
  type MergeState,
} from '../../../../contract/domains/member/constants';
import { deriveCode, deriveId } from '../../../kernel/ids';
import type { Viewer } from '../../../kernel/context';
import type { MergeDoc } from '../collections';

/** The work that brings all of one record to another. */
export const MERGE_WORK = 'merge';
/** Names that work: which record goes, and which stays. */
export const mergeKey = (from: string, to: string): string => `${from}:${to}`;

const CODE_LENGTH = 10;
/** How long a merge is kept after it is over. */
const KEPT_MS = 90 * DAY_MS;

/** States that can still come to something. */
export const openStates: readonly MergeState[] = ['code', 'asked', 'waiting', 'review', 'merging'];
/** States in which it can be taken back. */
export const stoppable: readonly MergeState[] = ['code', 'asked', 'waiting', 'review'];
/** States that end by themselves when their time has come. */
export const lapsing: readonly MergeState[] = ['code', 'asked', 'review'];

const codeless = (id: string): string => `closed-${id}`;

const begun = { fromAgreed: false, begun: false, rolesLeft: [], ending: null };

/** Begun on the record that stays, with a code to type on the other phone; `secret` is random and nobody else's. */
export const mergeByCode = (memberId: string, commandId: string, secret: string, at: number): MergeDoc => {
  const _id = deriveId('mg', memberId, commandId);
  const dueAt = at + MERGE_CODE_MS;
  return {
    _id,
    fromId: '',
    toId: memberId,
    byId: memberId,
    people: [memberId],
    way: 'both',
    state: 'code',
    code: deriveCode(CODE_LENGTH, secret),
    reason: '',
    at,
    dueAt,
    ...begun,
    expiresAt: dueAt + KEPT_MS,
  };
};

/** Begun by somebody who runs the orgs of both; the record that stays is asked. */
export const mergeProposed = (
  { from, to, by, reason }: { from: string; to: string; by: string; reason: string },
  commandId: string,
  at: number,
): MergeDoc => {
  const _id = deriveId('mg', by, commandId);
  const dueAt = at + MERGE_ASKED_MS;
  return {
    _id,
    fromId: from,
    toId: to,
    byId: by,
    people: [from, to, by],
    way: 'proposed',
    state: 'asked',
    code: codeless(_id),
    reason,
    at,
    dueAt,
    ...begun,
    expiresAt: dueAt + KEPT_MS,
  };
};

/** What agreeing sets: when it begins, until when it can be taken back or objected to. */
export const agreed = ({ _id, way, fromAgreed }: Pick<MergeDoc, '_id' | 'way' | 'fromAgreed'>, now: number) => {
  const dueAt = now + (way === 'both' || fromAgreed ? MERGE_AGREED_MS : MERGE_OBJECT_MS);
  return { state: 'waiting', code: codeless(_id), dueAt, expiresAt: dueAt + KEPT_MS } as const;
};

type Asked = Pick<MergeDoc, '_id' | 'way' | 'state' | 'fromId' | 'toId' | 'byId' | 'fromAgreed' | 'dueAt'>;

/** Which of the two records somebody is asked on whether he agrees; never whoever proposed it. */
export function askedOf({ way, state, fromId, toId, byId, fromAgreed }: Asked, who: string): 'from' | 'to' | undefined {
  if (way !== 'proposed' || who === byId) return undefined;
  if (who === toId) return state === 'asked' ? 'to' : undefined;
  const isOpen = state === 'asked' || state === 'waiting' || state === 'review';
  return who === fromId && isOpen && !fromAgreed ? 'from' : undefined;
}

/** What the answer on one of the two records sets. On the one that goes it counts once the other has agreed as well. */
export function answered(
  merge: Asked,
  { of, agree }: { of: 'from' | 'to'; agree: boolean },
  now: number,
): Partial<MergeDoc> {
  if (!agree) return ended(merge, of === 'to' ? 'declined' : 'objected', now);
  if (of === 'to') return agreed(merge, now);
  if (merge.state === 'review') return { fromAgreed: true, ...agreed({ ...merge, fromAgreed: true }, now) };
  const waits = merge.state === 'waiting';
  return { fromAgreed: true, ...(waits && { dueAt: Math.min(merge.dueAt, now + MERGE_AGREED_MS) }) };
}

/** Whether nobody has answered on the record that goes, and nobody above agreed in its holder's place. */
export const isSilent = ({ way, fromAgreed, aboveId }: Pick<MergeDoc, 'way' | 'fromAgreed' | 'aboveId'>): boolean =>
  way === 'proposed' && !fromAgreed && aboveId === undefined;

/**
 * The path of the org whose managers decide in place of a silent holder: the lowest that is strictly above all his orgs,
 * of which the top is its own. Empty where he has none that leads to the top: then the top decides.
 */
export function pathAbove(paths: readonly (readonly string[])[]): string[] {
  const [first = [], ...rest] = paths.map((path) => (path.length > 1 ? path.slice(0, -1) : path));
  const differs = first.findIndex((id, at) => rest.some((path) => path[at] !== id));
  return differs < 0 ? [...first] : first.slice(0, differs);
}

/** What asking those above sets; `path` ends with the org whose managers are asked. */
export const askedAbove = (path: readonly string[], now: number) => {
  const dueAt = now + MERGE_REVIEW_MS;
  const asked = { orgId: path.at(-1) ?? '', orgPath: [...path] };
  return { ...asked, state: 'review' as const, dueAt, expiresAt: dueAt + KEPT_MS };
};

/** What their answer sets; who agreed is of those concerned, and may take it back until it begins. */
export const reviewed = (
  merge: Pick<MergeDoc, '_id' | 'people'>,
  { by, agree }: { by: string; agree: boolean },
  now: number,
): Partial<MergeDoc> => {
  const signed = { aboveId: by, people: [...merge.people, by] };
  if (!agree) return { ...signed, ...ended(merge, 'refused', now) };
  const dueAt = now + MERGE_AGREED_MS;
  return { ...signed, state: 'waiting', dueAt, expiresAt: dueAt + KEPT_MS };
};

type Party = Pick<Viewer, '_id' | 'grants'>;

const standsInFor = ({ grants }: Party, id: string): boolean => grants.some(({ of }) => of === id);

/** Whether somebody has a stake of his own in a record: it is his, or one of the two stands in for the other. */
export const isHis = (viewer: Party, record: Party): boolean =>
  viewer._id === record._id || standsInFor(viewer, record._id) || standsInFor(record, viewer._id);

/** What ending sets. */
export const ended = ({ _id }: Pick<MergeDoc, '_id'>, ending: MergeEnding, now: number) =>
  ({ state: 'ended', ending, code: codeless(_id), dueAt: now, expiresAt: now + KEPT_MS }) as const;

/** What being over sets. */
export const over = (now: number) => ({ state: 'done', dueAt: now, expiresAt: now + KEPT_MS }) as const;

/** What the one who stops it says by it: whoever was not asked objects, whoever began it takes it back. */
export const endingBy = (
  { fromId, byId, aboveId }: Pick<MergeDoc, 'fromId' | 'byId' | 'aboveId'>,
  who: string,
): MergeEnding => (who === byId ? 'withdrawn' : who === fromId ? 'objected' : who === aboveId ? 'refused' : 'declined');
