import type { Room } from '../room';

/** Sorting a few too many at a time is cheaper than sorting at every one. */
const SLACK = 100;

interface Kept<V, T> {
  by: V;
  item: T;
  bytes: number;
}

/**
 * Keeps the first `most` of what it is given, in the order of `compare`; of a long stream it holds only some more than
 * these. Of equals the one that came first comes first. With a room, those kept must fit in it.
 */
export class First<V, T> {
  private kept: Kept<V, T>[] = [];
  /** Once there are enough: what the last of them is ordered by. */
  private last: { by: V } | undefined;
  private held = 0;

  constructor(
    private readonly compare: (a: V, b: V) => number,
    private readonly most: number,
    private readonly room?: Room,
  ) {}

  /** Bytes of all that is held. */
  get bytes(): number {
    return this.held;
  }

  /** Takes what is ordered by `by`. Throws DATABASE_REQUEST_FAILED where the room is too small. */
  add(by: V, item: T, size: () => number = () => 0): void {
    if (this.most <= 0 || (this.last && this.compare(by, this.last.by) >= 0)) return;
    const bytes = size();
    this.kept.push({ by, item, bytes });
    this.held += bytes;
    if (this.kept.length <= this.most) this.room?.check(this.held);
    // What is held beyond those that count is dropped now and then; it may not take more than the room once again.
    else if (this.kept.length >= 2 * this.most + SLACK || this.held > 2 * (this.room?.limit ?? Infinity)) this.cut();
  }

  result(): T[] {
    this.cut();
    return this.kept.map(({ item }) => item);
  }

  private cut(): void {
    this.kept.sort((a, b) => this.compare(a.by, b.by));
    if (this.kept.length < this.most) return;
    this.kept.length = this.most;
    this.last = this.kept.at(-1);
    this.held = this.kept.reduce((total, { bytes }) => total + bytes, 0);
    this.room?.check(this.held);
  }
}
