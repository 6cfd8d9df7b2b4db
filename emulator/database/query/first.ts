/** Sorting a few too many at a time is cheaper than sorting at every one. */
const SLACK = 100;

interface Kept<V, T> {
  by: V;
  item: T;
}

/**
 * Keeps the first `most` of what it is given, in the order of `compare`; of a long stream it holds only some more than
 * these. Of equals the one that came first comes first.
 */
export class First<V, T> {
  private kept: Kept<V, T>[] = [];
  /** Once there are enough: what the last of them is ordered by. */
  private last: { by: V } | undefined;

  constructor(
    private readonly compare: (a: V, b: V) => number,
    private readonly most: number,
  ) {}

  /** Takes what is ordered by `by`. */
  add(by: V, item: T): void {
    if (this.most <= 0 || (this.last && this.compare(by, this.last.by) >= 0)) return;
    this.kept.push({ by, item });
    if (this.kept.length >= 2 * this.most + SLACK) this.cut();
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
  }
}
