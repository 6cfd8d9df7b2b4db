import type { Long } from 'bson';
import { sizeOf } from '../../room';
import { compareValues } from '../../values/values';
import { combine } from '../expression/arithmetic';
import { double, isNullish, isNumeric, number } from '../expression/helpers';
import type { Several, Tally } from './tally';

/** What is no number is passed over, as MongoDB's accumulators do. */
export class Sum implements Tally {
  readonly bytes = 0;
  private total: number | Long = 0;

  add(value: unknown): void {
    if (isNumeric(value)) this.total = combine('+', this.total, number('$sum', value));
  }

  result(): unknown {
    return this.total;
  }
}

export class Average implements Tally {
  readonly bytes = 0;
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
  readonly bytes = 0;
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
  bytes = 0;
  private best: unknown = null;

  constructor(private readonly sign: 1 | -1) {}

  add(value: unknown): void {
    if (isNullish(value)) return;
    if (this.best !== null && compareValues(value, this.best) * this.sign >= 0) return;
    this.best = value;
    this.bytes = sizeOf(value);
  }

  result(): unknown {
    return this.best;
  }
}

export class Count implements Tally {
  readonly bytes = 0;
  private count = 0;

  add(): void {
    this.count += 1;
  }

  result(): unknown {
    return this.count;
  }
}

/** The values at shares of the sorted numbers, by MongoDB's "approximate" method on so few: the nearest above. */
export class Percentiles implements Several {
  private readonly numbers: number[] = [];

  constructor(
    private readonly name: string,
    private readonly shares: readonly number[],
  ) {}

  add(value: unknown): void {
    if (isNumeric(value)) this.numbers.push(double(this.name, value));
  }

  get bytes(): number {
    return 8 * this.numbers.length;
  }

  result(): (number | null)[] {
    const sorted = Float64Array.from(this.numbers).sort();
    const place = (share: number): number =>
      Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
    return this.shares.map((share) => sorted[place(share)] ?? null);
  }
}
