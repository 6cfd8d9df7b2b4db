import type { CallRecorder, InvocationRecord } from '../calls';
import { isUnserved } from '../service';
import { CONSOLE_CALLER } from './documents';
import { groupQueries, SLOW_MS } from './queries';
import type { ConsoleCall, InvocationSummary, QueryReport } from './types';

/** What was called lately, as the console shows it. Newest first throughout. */
export class Activity {
  constructor(private readonly calls: CallRecorder) {}

  /** Invocations under way, then finished ones. */
  invocations(limit: number): InvocationSummary[] {
    const records = [...this.calls.recent(limit), ...this.calls.underWay()].reverse();
    return records.slice(0, limit).map(({ database, ...record }) => ({
      ...record,
      unindexed: database.filter(isUnserved).length,
    }));
  }

  invocation(id: string): InvocationRecord | undefined {
    return this.calls.forInvocation(id);
  }

  /** Calls that named this collection. */
  ofCollection(collection: string, limit: number): ConsoleCall[] {
    const known = this.byId();
    return this.calls
      .recentDatabase()
      .filter((call) => call.collection === collection)
      .slice(-limit)
      .reverse()
      .map((call) => {
        const record = known.get(call.invocationId ?? '');
        return { ...call, function: record?.function, functionAction: record?.action, persona: record?.persona };
      });
  }

  queries(): QueryReport {
    const known = this.byId();
    const calls = this.calls.recentDatabase().filter((call) => call.invocationId !== CONSOLE_CALLER);
    const callerOf = (id: string): string | undefined => {
      const record = known.get(id);
      return record && (record.action ? `${record.function} · ${record.action}` : record.function);
    };
    return { groups: groupQueries(calls, callerOf), calls: calls.length, slowMs: SLOW_MS };
  }

  private byId(): Map<string, InvocationRecord> {
    return new Map([...this.calls.recent(), ...this.calls.underWay()].map((record) => [record.id, record]));
  }
}
