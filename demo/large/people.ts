import type { DemoMember } from '../members';
import { nameOf } from '../names';
import { shares } from './units';

/** Far from the numbers of the small city, so that its people have other names. */
const FIRST_NAME = 5000;

/**
 * So many people in these branches, from a handful to some sixty in each; the first of a branch is its secretary, and
 * every fortieth belongs to a second branch as well. The names are made up.
 */
export function* largePeople(branchIds: readonly string[], people: number): Generator<DemoMember> {
  const counts = shares(
    people,
    branchIds.map((_, index) => 6 + ((index * 7) % 41)),
  );
  let number = 0;
  for (const [index, orgId] of branchIds.entries()) {
    for (let person = 0; person < (counts[index] ?? 0); person += 1) {
      number += 1;
      const second = branchIds[(index + 5) % branchIds.length] ?? orgId;
      yield {
        key: `large-${number}`,
        name: nameOf(FIRST_NAME + number),
        orgs: number % 40 === 0 && second !== orgId ? [orgId, second] : [orgId],
        grants: person === 0 ? [{ role: 'branchSecretary', orgId }] : [],
      };
    }
  }
}
