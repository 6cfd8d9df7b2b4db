import type { Long } from 'bson';
import { requestFailed } from '../errors';
import { First } from '../query/first';
import { encodeValue } from '../values/keys';
import { compareValues, isPlain, type Doc } from '../values/values';
import { combine } from './expression/arithmetic';
import { double, isNullish, isNumeric, number, typeName } from './expression/helpers';

/**
 * What an accumulator keeps of the values it has seen, so that the documents they come from can be let go. Classes, since
 * there may be one for each of very many groups.
 */
export interface Tally<V = unknown> {
  /** Takes the next value; undefined stands for missing. */
  add(value: V): void;
  /** May be asked at any time, and changes nothing. */
  result(): unknown;
}

/** A tally that gives a list. */
export interface Several<V = unknown> extends Tally<V> {
  result(): unknown[];
}

/** Tells values apart as MongoDB does: 1 and 1.0 are the same. */
export function keyOf(value: unknown): string {
  // No other key begins with a letter; texts are the commonest by far.
  return typeof value === 'string' ? `s${value}` : encodeValue(value).toString('latin1');
}

/** What is no number is passed over, as MongoDB's accumulators do. */
export class Sum implements Tally {
  private total: number | Long = 0;

  add(value: unknown): void {
    if (isNumeric(value)) this.total = combine('+', this.total, number('$sum', value));
  }

  result(): unknown {
    return this.total;
  }
}

export class Average implements Tally {
  private total = 0;
  private count = 0;

  add(value: unknown): void {
    if (!isNumeric(value)) return;
    this.total += double('$avg', value);
    this.count += 1;
  }

  result(): unknown {
    return this.count === 0 ? null : this.total / this.count;
  }
}

/** By Welford's method, as MongoDB does: one pass, and no difference of two large sums. */
export class Deviation implements Tally {
  private count = 0;
  private mean = 0;
  private squares = 0;

  /** `less` is 1 for a sample. */
  constructor(private readonly less: 0 | 1) {}

  add(value: unknown): void {
    if (!isNumeric(value)) return;
    const next = double(this.less === 0 ? '$stdDevPop' : '$stdDevSamp', value);
    const difference = next - this.mean;
    this.count += 1;
    this.mean += difference / this.count;
    this.squares += difference * (next - this.mean);
  }

  result(): unknown {
    return this.count <= this.less ? null : Math.sqrt(this.squares / (this.count - this.less));
  }
}

/** The least or, with -1, the greatest value; null and missing are passed over. */
export class Extreme implements Tally {
  private best: unknown = null;

  constructor(private readonly sign: 1 | -1) {}

  add(value: unknown): void {
    if (isNullish(value)) return;
    if (this.best === null || compareValues(value, this.best) * this.sign < 0) this.best = value;
  }

  result(): unknown {
    return this.best;
  }
}

export class Count implements Tally {
  private count = 0;

  add(): void {
    this.count += 1;
  }

  result(): unknown {
    return this.count;
  }
}

/** The first few values, whatever they are. */
export class Head implements Tally {
  private readonly values: unknown[] = [];

  constructor(private readonly most: number) {}

  add(value: unknown): void {
    if (this.values.length < this.most) this.values.push(value);
  }

  result(): unknown[] {
    return [...this.values];
  }
}

/** The last few values. */
export class Tail implements Tally {
  private values: unknown[] = [];

  constructor(private readonly most: number) {}

  add(value: unknown): void {
    this.values.push(value);
    // Trimmed now and then: shifting the array at every value would cost more than the value.
    if (this.values.length > 2 * this.most) this.values = this.result();
  }

  result(): unknown[] {
    return this.values.slice(-this.most);
  }
}

/** Every value that is there. */
export class Pushed implements Tally {
  private readonly values: unknown[] = [];

  add(value: unknown): void {
    if (value !== undefined) this.values.push(value);
  }

  result(): unknown[] {
    return [...this.values];
  }
}

/** Every value that is there, once, in the order of first appearance. */
export class Distinct implements Tally {
  private readonly values = new Map<string, unknown>();

  add(value: unknown): void {
    if (value === undefined) return;
    const key = keyOf(value);
    if (!this.values.has(key)) this.values.set(key, value);
  }

  result(): unknown[] {
    return [...this.values.values()];
  }
}

/** The fields of several documents together; where two have one, the later counts. Null and missing are passed over. */
export class Merged implements Tally {
  private readonly merged: Doc = {};

  add(value: unknown): void {
    if (isNullish(value)) return;
    if (!isPlain(value)) throw requestFailed(`$mergeObjects requires object inputs, found: ${typeName(value)}`);
    Object.assign(this.merged, value);
  }

  result(): unknown {
    return { ...this.merged };
  }
}

/** A value with what it is ranked by; undefined is passed over. */
export type Ranked<V> = { by: V; item: unknown } | undefined;

/** The first few by an order. */
export class Top<V> implements Tally<Ranked<V>> {
  private readonly first: First<V, unknown>;

  constructor(compare: (a: V, b: V) => number, most: number) {
    this.first = new First(compare, most);
  }

  add(value: Ranked<V>): void {
    if (value) this.first.add(value.by, value.item);
  }

  result(): unknown[] {
    return this.first.result();
  }
}

/** The last few by an order; of equals the one that came last comes last. */
export class Bottom<V> implements Tally<Ranked<V>> {
  private readonly top: Top<{ by: V; at: number }>;
  private at = 0;

  constructor(compare: (a: V, b: V) => number, most: number) {
    this.top = new Top((a, b) => compare(b.by, a.by) || b.at - a.at, most);
  }

  add(value: Ranked<V>): void {
    if (value) this.top.add({ by: { by: value.by, at: (this.at += 1) }, item: value.item });
  }

  result(): unknown[] {
    return this.top.result().reverse();
  }
}

/** The values at shares of the sorted numbers, by MongoDB's "approximate" method on so few: the nearest above. */
export class Percentiles implements Tally {
  private readonly numbers: number[] = [];

  constructor(
    private readonly name: string,
    private readonly shares: readonly number[],
  ) {}

  add(value: unknown): void {
    if (isNumeric(value)) this.numbers.push(double(this.name, value));
  }

  result(): (number | null)[] {
    const sorted = Float64Array.from(this.numbers).sort();
    const place = (share: number): number =>
      Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
    return this.shares.map((share) => sorted[place(share)] ?? null);
  }
}

/** The first of what a tally gives several of. */
export class Single<V> implements Tally<V> {
  constructor(private readonly several: Several<V>) {}

  add(value: V): void {
    this.several.add(value);
  }

  result(): unknown {
    return this.several.result()[0];
  }
}

/** What a tally makes of a list. */
export function tallied(tally: Tally, values: Iterable<unknown>): unknown {
  for (const value of values) tally.add(value);
  return tally.result();
}
