import { rosterQuestions, type RosterQuestion } from '../../../contract/domains/roster/constants';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { above, among, type Conditions } from '../../kernel/port';
import { rosterCollections, type RosterNameDoc } from './collections';
import { sealAnswer, sealName } from './lists';
import { foldAnswer, foldName } from './rules/fold';

/* The door for those who let people in: whether somebody is expected. Nobody is ever told who else is. */

/** Somebody who joins. */
export interface Comer {
  orgId: string;
  name: string;
  /** To the question, where he was asked. */
  answer: string | undefined;
  /** His key (`VisitorContext.keyFor`). */
  person: string;
}

/** What a roster says of a name: a place on it by its id, or what there is to be asked. */
export type Found = { id: string } | { question: RosterQuestion };

const namesOf = (others: Others) => openOwn(others, rosterCollections).rosterNames;

/** What a name is found by; none where nobody can have it. */
function keyOf({ name }: Pick<Comer, 'name'>): string | undefined {
  const folded = foldName(name);
  return 'name' in folded ? sealName(folded.name) : undefined;
}

/** Seals of an answer, as an answer to each question, since which is asked is not read first. */
const answersOf = (k: string, answer: string): string[] => [
  ...new Set(rosterQuestions.map((question) => sealAnswer(k, foldAnswer(question, answer))).filter((a) => a !== '')),
];

const foundIn = ({ _id, asks }: Pick<RosterNameDoc, '_id' | 'asks'>): Found =>
  asks === null ? { id: _id } : { question: asks };

const standing = (orgId: string, k: string, now: number) =>
  ({ orgId, k, cleared: false, expiresAt: above(now) }) satisfies Conditions<RosterNameDoc>;

/**
 * Takes the place of a name for who comes in by it, so that nobody else does; done again for the same person, it is his.
 * `direct`: only where the roster lets people in without approval. `undefined`: not on it, or there is none. One round trip.
 */
export async function claimName(
  others: Others,
  { orgId, name, answer, person }: Comer,
  { now, direct }: { now: number; direct: boolean },
): Promise<Found | undefined> {
  const k = keyOf({ name });
  if (k === undefined) return undefined;
  const a = answer === undefined ? [''] : answersOf(k, answer);
  if (a.length === 0) return undefined;
  const claimed = await namesOf(others).updateOne(
    {
      ...standing(orgId, k, now),
      a: among(a),
      ...(direct && { direct }),
      // One that asks is nobody's place, whatever it says.
      anyOf: [{ by: null }, { by: person }, { asks: among(rosterQuestions) }],
    },
    { set: { by: person } },
  );
  return claimed && foundIn(claimed);
}

/** The same without taking anything: for who is still to be approved. `wrong`: there was a question, and it was another answer. */
export async function lookForName(
  others: Others,
  { orgId, name, answer, person }: Comer,
  now: number,
): Promise<Found | { wrong: true } | undefined> {
  const k = keyOf({ name });
  if (k === undefined) return undefined;
  const names = await namesOf(others).find(standing(orgId, k, now), { limit: 100, fields: ['a', 'asks', 'by'] });
  const free = names.filter(({ asks, by }) => asks !== null || by === null || by === person);
  const a = answer === undefined ? [''] : answersOf(k, answer);
  const found = free.find((one) => a.includes(one.a));
  if (found !== undefined) return foundIn(found);
  return answer !== undefined && names.some(({ asks }) => asks !== null) ? { wrong: true } : undefined;
}

/** Takes a place that was found before, where it is still free. One round trip. */
export const takeName = (others: Others, id: string, person: string): Promise<number> =>
  namesOf(others).update({ _id: id, by: null, asks: null }, { set: { by: person } });

/** Gives a place back, of who did not come in after all. One round trip. */
export const freeName = (others: Others, id: string, person: string): Promise<number> =>
  namesOf(others).update({ _id: id, by: person }, { set: { by: null } });

/** Since when orgs have a roster, by their ids; of those that have one now. One round trip, none for no orgs. */
export async function rostersSince(
  others: Others,
  orgIds: readonly string[],
  now: number,
): Promise<Map<string, number>> {
  if (orgIds.length === 0) return new Map();
  const found = await openOwn(others, rosterCollections).rosters.find(
    { orgId: among(orgIds), clearedAt: null, expiresAt: above(now) },
    { limit: 100, fields: ['orgId', 'at'] },
  );
  return new Map(found.map(({ orgId, at }) => [orgId, at]));
}
