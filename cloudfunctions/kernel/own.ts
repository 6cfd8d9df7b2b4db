import type { CollectionsOf, Schema } from './collection';
import type { Others } from './others';

/**
 * A domain's own collections, by its own declaration; no other can be reached through it.
 * Imported by the `public.ts` of domains only, which `npm run check` sees to.
 */
export function openOwn<S extends Schema>(others: Others, own: S): CollectionsOf<S> {
  const all = others as unknown as CollectionsOf<S>;
  return Object.fromEntries(Object.keys(own).map((name) => [name, all[name]])) as unknown as CollectionsOf<S>;
}
