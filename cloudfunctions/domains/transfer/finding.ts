import type { Handlers } from '../../kernel/context';
import { findOrg, orgsFoundBy } from '../org/public';
import type { TransferDatabase } from './collections';
import { placesOf } from './places';

/** Orgs that one search shows; with more than these the name is to be typed further. */
const FOUND = 20;

/** Where one may go, by name, pinyin or number: all that is shown of an org is its name and those above it. */
export const findPlaces: Handlers<'transfer', TransferDatabase>['transfer.find'] = async ({ q }, { others }) => {
  const [numbered, named] = await Promise.all([findOrg(others, q.toUpperCase()), orgsFoundBy(others, q, FOUND)]);
  const orgs = numbered === undefined || numbered.mergedInto !== undefined ? named : [numbered, ...named];
  const each = [...new Map(orgs.map((org) => [org._id, org])).values()];
  return { items: await placesOf(others, each) };
};
