import type { RosterQuestion } from '../../../contract/domains/roster/constants';
import type { PresentOrg } from '../../kernel/orgTree';
import { claimName, freeName, lookForName, type Comer } from '../roster/public';
import type { InvitationDatabase } from './collections';
import { type Entry, keyOf, type Joining } from './joining';
import { countWrong } from './store';

/* Whoever joins, and the roster of the org (名单) where it has one. */

type Asking = Pick<Entry, 'name' | 'answer' | 'asks'>;

/** A place on the roster that is his from now on; `free` gives it back where he does not come in. */
interface Place {
  free: () => Promise<number>;
}

/** Who comes; nobody where he does not answer, so that he joins as without a roster. */
const comerOf = (joining: Joining, org: PresentOrg, { name, answer }: Asking): Comer | undefined =>
  answer === '' ? undefined : { orgId: org._id, name, answer, person: keyOf(joining) };

/**
 * Takes his place on the roster, or says what to ask him; `undefined` where he is not on it, or where there is none.
 * `direct`: only on a roster that lets people in without approval. One round trip.
 */
export async function onRoster(
  joining: Joining,
  org: PresentOrg,
  asking: Asking,
  { direct }: { direct: boolean },
): Promise<Place | { question: RosterQuestion } | undefined> {
  const comer = comerOf(joining, org, asking);
  if (comer === undefined) return undefined;
  const { others, now } = joining;
  const found = await claimName(others, comer, { now, direct });
  if (found === undefined) return undefined;
  if ('id' in found) return { free: () => freeName(others, found.id, comer.person) };
  return asking.asks === true ? found : undefined;
}

/**
 * Looks for who is to be approved, without taking a place: its id, or what to ask him; `undefined` where he is not on it.
 * A wrong answer is counted as a wrong code is. One round trip, more for a wrong answer.
 */
export async function lookOnRoster(
  db: InvitationDatabase,
  joining: Joining,
  org: PresentOrg,
  asking: Asking,
): Promise<{ id: string } | { question: RosterQuestion } | undefined> {
  const comer = comerOf(joining, org, asking);
  const found = comer && (await lookForName(joining.others, comer, joining.now));
  if (comer === undefined || found === undefined) return undefined;
  if ('wrong' in found) {
    await countWrong(db, comer.person, joining.now);
    return undefined;
  }
  return 'id' in found || asking.asks === true ? found : undefined;
}
