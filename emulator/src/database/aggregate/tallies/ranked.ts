import { First } from '../../query/first';
import { sizeOf } from '../../room';
import type { Several } from './tally';

/** A value with what it is ranked by; undefined is passed over. */
export type Ranked<V> = { by: V; item: unknown } | undefined;

/** The first few by an order. */
export class Top<V> implements Several<Ranked<V>> {
  private readonly first: First<V, unknown>;

  constructor(compare: (a: V, b: V) => number, most: number) {
    this.first = new First(compare, most);
  }

  add(value: Ranked<V>): void {
    if (value) this.first.add(value.by, value.item, () => sizeOf(value.item));
  }

  get bytes(): number {
    return this.first.bytes;
  }

  result(): unknown[] {
    return this.first.result();
  }
}

/** The last few by an order; of equals the one that came last comes last. */
export class Bottom<V> implements Several<Ranked<V>> {
  private readonly top: Top<{ by: V; at: number }>;
  private at = 0;

  constructor(compare: (a: V, b: V) => number, most: number) {
    this.top = new Top((a, b) => compare(b.by, a.by) || b.at - a.at, most);
  }

  add(value: Ranked<V>): void {
    if (value) this.top.add({ by: { by: value.by, at: (this.at += 1) }, item: value.item });
  }

  get bytes(): number {
    return this.top.bytes;
  }

  result(): unknown[] {
    return this.top.result().reverse();
  }
}
