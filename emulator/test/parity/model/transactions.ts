/**
 * Snapshot isolation as the manual tells it, over documents of one number: a transaction sees the data as of its first
 * operation and its own writes; a write to what another holds, or to what was committed since, is a conflict and ends it.
 */
export type Step = OnOne | { op: 'all' | 'commit' | 'abort' };
type OnOne = { op: 'get' | 'inc' | 'remove' | 'add'; id: string } | { op: 'put'; id: string; n: number };

export type Answer = 'done' | 'conflict' | 'refused' | 'gone' | [id: string, n: number][];

interface Transaction {
  version: number;
  snapshot: Map<string, number>;
  writes: Map<string, number | undefined>;
}

export class Model {
  readonly committed = new Map<string, number>();
  private readonly changed = new Map<string, number>();
  private readonly running = new Map<number, Transaction | 'new'>();
  private version = 0;

  start(name: number): void {
    this.running.set(name, 'new');
  }

  /** Whether a plain write would have to wait. */
  isLocked(id: string): boolean {
    return [...this.running.values()].some((one) => one !== 'new' && one.writes.has(id));
  }

  plain(step: Step): Answer {
    this.start(-1);
    const answer = this.run(-1, step);
    if (this.running.has(-1)) this.run(-1, { op: 'commit' });
    return answer;
  }

  run(name: number, step: Step): Answer {
    const at = this.running.get(name);
    if (!at) return 'gone';
    if (step.op === 'commit' || step.op === 'abort') return this.finish(name, at, step.op);
    const own: Transaction =
      at === 'new' ? { version: this.version, snapshot: new Map(this.committed), writes: new Map() } : at;
    this.running.set(name, own);
    const seen = (id: string): number | undefined => (own.writes.has(id) ? own.writes.get(id) : own.snapshot.get(id));
    if (!('id' in step)) return this.visible(own);
    const { id } = step;
    const value = seen(id);
    if (step.op === 'get') return value === undefined ? [] : [[id, value]];
    if (value === undefined && (step.op === 'inc' || step.op === 'remove')) return 'done';
    // What changes nothing is no write: it takes no lock and meets no conflict (SERVER-77616).
    if (step.op === 'put' && value === step.n) return 'done';
    if (this.isHeld(name, id) || (this.changed.get(id) ?? 0) > own.version) return this.fail(name, 'conflict');
    if (step.op === 'add' && value !== undefined) return this.fail(name, 'refused');
    own.writes.set(id, step.op === 'remove' ? undefined : step.op === 'put' ? step.n : (value ?? 0) + 1);
    return 'done';
  }

  private visible({ snapshot, writes }: Transaction): [string, number][] {
    const view = new Map<string, number | undefined>([...snapshot, ...writes]);
    return [...view]
      .filter((entry): entry is [string, number] => entry[1] !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }

  private isHeld(name: number, id: string): boolean {
    return [...this.running].some(([other, one]) => other !== name && one !== 'new' && one.writes.has(id));
  }

  private fail(name: number, answer: 'conflict' | 'refused'): Answer {
    this.running.delete(name);
    return answer;
  }

  private finish(name: number, at: Transaction | 'new', op: 'commit' | 'abort'): Answer {
    this.running.delete(name);
    if (op === 'abort' || at === 'new' || at.writes.size === 0) return 'done';
    this.version += 1;
    for (const [id, n] of at.writes) {
      this.changed.set(id, this.version);
      if (n === undefined) this.committed.delete(id);
      else this.committed.set(id, n);
    }
    return 'done';
  }
}
