import { requestFailed } from '../../errors';
import { sizeOf } from '../../room';
import { isPlain, type Doc } from '../../values/values';
import { isNullish, typeName } from '../expression/helpers';
import { keyOf, type Several, type Tally } from './tally';

/** The first few values, whatever they are. */
export class Head implements Several {
  bytes = 0;
  private readonly values: unknown[] = [];

  constructor(private readonly most: number) {}

  add(value: unknown): void {
    if (this.values.length >= this.most) return;
    this.values.push(value);
    this.bytes += sizeOf(value);
  }

  result(): unknown[] {
    return [...this.values];
  }
}

/** The last few values. */
export class Tail implements Several {
  bytes = 0;
  private values: unknown[] = [];

  constructor(private readonly most: number) {}

  add(value: unknown): void {
    this.values.push(value);
    this.bytes += sizeOf(value);
    // Trimmed now and then: shifting the array at every value would cost more than the value.
    if (this.values.length <= 2 * this.most) return;
    this.values = this.result();
    this.bytes = this.values.reduce<number>((total, kept) => total + sizeOf(kept), 0);
  }

  result(): unknown[] {
    return this.values.slice(-this.most);
  }
}

/** Every value that is there. */
export class Pushed implements Several {
  bytes = 0;
  private readonly values: unknown[] = [];

  add(value: unknown): void {
    if (value === undefined) return;
    this.values.push(value);
    this.bytes += sizeOf(value);
  }

  result(): unknown[] {
    return [...this.values];
  }
}

/** Every value that is there, once, in the order of first appearance. */
export class Distinct implements Several {
  bytes = 0;
  private readonly values = new Map<string, unknown>();

  add(value: unknown): void {
    if (value === undefined) return;
    const key = keyOf(value);
    if (this.values.has(key)) return;
    this.values.set(key, value);
    this.bytes += sizeOf(value);
  }

  result(): unknown[] {
    return [...this.values.values()];
  }
}

/** The fields of several documents together; where two have one, the later counts. Null and missing are passed over. */
export class Merged implements Tally {
  bytes = 0;
  private readonly merged: Doc = {};

  add(value: unknown): void {
    if (isNullish(value)) return;
    if (!isPlain(value)) throw requestFailed(`$mergeObjects requires object inputs, found: ${typeName(value)}`);
    for (const name of Object.keys(value)) {
      this.bytes += sizeOf(value[name]) - (Object.hasOwn(this.merged, name) ? sizeOf(this.merged[name]) : -name.length);
      this.merged[name] = value[name];
    }
  }

  result(): unknown {
    return { ...this.merged };
  }
}

/** The first of what a tally gives several of. */
export class Single<V> implements Tally<V> {
  constructor(private readonly several: Several<V>) {}

  add(value: V): void {
    this.several.add(value);
  }

  get bytes(): number {
    return this.several.bytes;
  }

  result(): unknown {
    return this.several.result()[0];
  }
}
