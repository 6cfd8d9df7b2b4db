import type { Offline } from './action';
import type { ActionName, Actions, QueryName } from './registry';

type Declared = {
  [N in QueryName as Actions[N] extends { offline: Offline } ? N : never]: Actions[N] extends { offline: infer O }
    ? O
    : never;
};

/**
 * What the actions declare in `offline`, as a value that the client may carry (it takes no schemas). The compiler
 * holds the two equal.
 */
const declared: Declared = {
  'me.session': 'pinned',
  'home.today': 'pinned',
  'checkin.month': 'seen',
  'checkin.ofBook': 'seen',
  'book.get': 'seen',
  'shelf.overview': 'pinned',
  'shelf.list': 'seen',
  'recommendation.list': 'seen',
  'recommendation.get': 'seen',
  'event.list': 'pinned',
  'event.get': 'seen',
};

const byName = new Map<string, Offline>(Object.entries(declared));

/** How a phone keeps the reply of an action; `undefined`: not at all. */
export const offlineOf = (action: ActionName): Offline | undefined => byName.get(action);
