import type { Change, EventStanding } from '../../../../contract/domains/home/actions';
import { CHANGES_MAX } from '../../../../contract/domains/home/constants';
import type { SignedUp, SignUp } from '../../../shared/participation/shape';
import type { EventDoc } from '../../event/collections';
import type { ToldDoc } from '../../../kernel/collections';
import type { Viewer } from '../../../kernel/context';
import { planCode } from '../../event/rules/plan';

/*
 * What changed since a member last looked (docs/adr/0014): an event as it stands now, beside what the member was last
 * told of it. Before the first time that is what the sign-up itself said.
 */

/** Events remembered as seen; more than anybody has signed up for at a time. */
export const TOLD_MAX = 50;

type MyEvent = Pick<
  SignedUp<EventDoc>,
  '_id' | 'title' | 'startsAt' | 'endsAt' | 'place' | 'cancelled' | 'capacity' | 'position'
> & { signUp?: Pick<SignUp, 'at' | 'promise' | 'waited'> | undefined };
type Known = Pick<ToldDoc, 'plan' | 'cancelled' | 'seated'>;
type EventKind = Exclude<Change['kind'], 'answered'>;

function kindOf(now: Known, before: Known): EventKind | undefined {
  if (now.cancelled) return before.cancelled ? undefined : 'cancelled';
  if (before.cancelled) return 'restored';
  if (now.seated && !before.seated) return 'promoted';
  return now.plan === before.plan ? undefined : 'moved';
}

/** What is new for the member about an event that he signed up for, if anything. */
export function changeOf(event: MyEvent, told: ToldDoc | undefined): Change | undefined {
  const { signUp } = event;
  if (signUp === undefined) return undefined;
  const { _id: id, title, startsAt, endsAt, place, cancelled } = event;
  const seated = event.position < event.capacity;
  const standing: EventStanding = { id, signedUpAt: signUp.at, plan: planCode(event), cancelled, seated, endsAt };
  const atSignUp: Known = { plan: signUp.promise ?? standing.plan, cancelled: false, seated: !signUp.waited };
  const kind = kindOf(standing, told?.signedUpAt === signUp.at ? told : atSignUp);
  return kind && { kind, title, startsAt, place, standing };
}

/** All that is new for the member, the nearest events first, answers to tickets last; at most three at a time. */
export function changesOf(events: readonly MyEvent[], { told = {}, answered = {} }: Viewer): Change[] {
  const ofEvents = events.flatMap((event) => changeOf(event, told[event._id]) ?? []);
  const ofTickets = Object.entries(answered).map(([id, ticket]) => ({ kind: 'answered' as const, id, ticket }));
  return [...ofEvents, ...ofTickets].slice(0, CHANGES_MAX);
}

/** What is remembered as seen: what was, as long as it matters, and what is seen now. */
export function toldAfter(
  told: Viewer['told'] = {},
  seen: readonly EventStanding[],
  now: number,
): Record<string, ToldDoc> {
  // A phone that was put away before the present sign-up has nothing to say about it.
  const current = seen.filter(({ id, signedUpAt }) => signedUpAt >= (told[id]?.signedUpAt ?? 0));
  const added = current.map(({ id, ...standing }) => [id, standing] as const);
  const kept = Object.entries(told).filter(([id, { endsAt }]) => endsAt > now && current.every((one) => one.id !== id));
  return Object.fromEntries([...kept, ...added].slice(-TOLD_MAX));
}

/** The next event to come that takes place. */
export const nextOf = <E extends Pick<EventDoc, 'startsAt' | 'cancelled'>>(events: readonly E[]): E | undefined =>
  events.find(({ cancelled }) => !cancelled);
