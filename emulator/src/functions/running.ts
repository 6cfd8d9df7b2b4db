import type { FunctionPool } from './pool';
import type { Identity } from './types';

/** One invocation that a worker is running. */
export interface Invocation {
  id: string;
  identity: Identity;
  /** Where its worker belongs. */
  pool: FunctionPool;
}

/** Which worker runs which invocation now; what a worker sends to the wire protocol belongs to it. */
export class RunningInvocations {
  private readonly byWorker = new Map<string, Invocation>();

  begin(workerId: string, invocation: Invocation): void {
    this.byWorker.set(workerId, invocation);
  }

  /** Forgets the invocation, unless its worker runs another one already. */
  end(workerId: string, id: string): void {
    if (this.byWorker.get(workerId)?.id === id) this.byWorker.delete(workerId);
  }

  of(workerId: string): Invocation | undefined {
    return this.byWorker.get(workerId);
  }

  /** The worker that runs this invocation, and the invocation. */
  find(id: string): { workerId: string; invocation: Invocation } | undefined {
    for (const [workerId, invocation] of this.byWorker) if (invocation.id === id) return { workerId, invocation };
    return undefined;
  }
}
