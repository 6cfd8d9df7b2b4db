import type { Log, LogEntry } from '../log';
import type { LogLine } from './types';

const KEPT = 1000;

/** A function may print a whole document; the terminal has all of it. */
const MAX_MESSAGE = 4000;

/** The last lines of the log, kept for the console on their way to where they go anyway. */
export class RecentLog {
  private lines: LogLine[] = [];

  /** A log that keeps a copy of what it hands on. */
  tee(log: Log): Log {
    return (entry) => {
      this.push(entry);
      log(entry);
    };
  }

  /** Newest first; those of one invocation where an id is given. */
  list(limit: number, requestId?: string): LogLine[] {
    const lines = requestId === undefined ? this.lines : this.lines.filter((line) => line.requestId === requestId);
    return lines.slice(-limit).reverse();
  }

  private push(entry: LogEntry): void {
    const { level, scope, requestId, ms } = entry;
    // Database calls have a view of their own; here they would push everything else out.
    if (level === 'debug') return;
    const message = entry.message.length > MAX_MESSAGE ? `${entry.message.slice(0, MAX_MESSAGE)}…` : entry.message;
    this.lines.push({ at: new Date().toISOString(), level, scope, message, requestId, ms });
    if (this.lines.length >= 2 * KEPT) this.lines = this.lines.slice(-KEPT);
  }
}
