import { reach } from '../query/paths';
import { sizeOf } from '../room';
import type { Found } from '../search/found';
import type { Doc } from '../values/values';
import { keyOf } from './tallies/tally';

/** What an entry takes beside the document, as an accumulator of a group does. */
const ENTRY_BYTES = 100;

/**
 * The documents of a collection by the values at a path, for a join that no index serves: each is read once, instead of
 * once for every document it is joined to. Equal means what it means in a query: null is also a missing field, an array
 * is itself and each of its elements, numbers of all types are one kind.
 */
export class JoinTable {
  private readonly byKey = new Map<string, Found[]>();

  /** The table, or `undefined` where it would hold more than `limit` bytes. */
  static of(all: Iterable<Found>, path: string, limit: number): JoinTable | undefined {
    const table = new JoinTable();
    const parts = path.split('.');
    let bytes = 0;
    for (const found of all) {
      const keys = keysAt(found.doc, parts);
      bytes += sizeOf(found.doc) + keys.size * ENTRY_BYTES;
      if (bytes > limit) return undefined;
      table.add(keys, found.packed());
    }
    return table;
  }

  /** The documents at which the path has one of these values, each once and in their order. */
  *find(values: readonly unknown[]): Generator<Doc> {
    const lists = [...new Set(values.map(keyOf))].map((key) => this.byKey.get(key) ?? []);
    const found = lists.length === 1 ? lists[0]! : [...new Set(lists.flat())].sort((a, b) => a.n - b.n);
    for (const item of found) yield item.packed().doc;
  }

  private add(keys: ReadonlySet<string>, found: Found): void {
    for (const key of keys) {
      const list = this.byKey.get(key);
      if (list) list.push(found);
      else this.byKey.set(key, [found]);
    }
  }
}

function keysAt(doc: Doc, parts: readonly string[]): Set<string> {
  const keys = new Set<string>();
  reach(doc, parts, (value) => {
    keys.add(keyOf(value ?? null));
    if (Array.isArray(value)) for (const element of value as unknown[]) keys.add(keyOf(element));
    return false;
  });
  return keys;
}
