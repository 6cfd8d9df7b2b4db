import type { InvocationRecord, TimedDatabaseCall } from '../calls';
import type { IndexDeclaration } from '../service';
import type { TimerSchedule } from '../timers/service';

/** The replies of the console's API, shared by the server and the page. Times are ISO 8601 in UTC. */

export interface CollectionSummary {
  name: string;
  documents: number;
  indexes: IndexDeclaration[];
}

/** One stored document. */
export interface StoredDocument {
  /** EJSON of its `_id`. */
  id: string;
  /** Changes with every change of the document. */
  revision: string;
  /** EJSON as it is stored. */
  text: string;
}

export interface DocumentPage {
  documents: StoredDocument[];
  total: number;
  /** Index that served the query, null for none, absent where nothing was searched. */
  index?: string | null;
  /** That index gave the order only, and documents were examined that did not match. */
  orderOnly?: boolean;
  examined: number;
  ms: number;
}

/** A database call with what is known of the invocation that made it. */
export interface ConsoleCall extends TimedDatabaseCall {
  function?: string;
  functionAction?: string;
  persona?: string;
}

export type QueryFlag = 'unindexed' | 'orderOnly' | 'slow' | 'wasteful';

/** Calls of the same shape, served the same way. */
export interface QueryGroup {
  collection: string;
  action: string;
  shape: string;
  index: string | null;
  /** The index of some of these calls gave their order only; see DatabaseCallRecord. */
  orderOnly: boolean;
  count: number;
  averageMs: number;
  maxMs: number;
  maxExamined: number;
  /** Returned by the call that examined most. */
  returned: number;
  lastAt: string;
  /** Request id of the last invocation that made such a call. */
  lastInvocation?: string;
  /** Which action of which function made it last. */
  lastCaller?: string;
  flags: QueryFlag[];
}

export interface QueryReport {
  groups: QueryGroup[];
  /** Calls the report is made of. */
  calls: number;
  slowMs: number;
}

export type InvocationSummary = Omit<InvocationRecord, 'database'> & {
  /** Database calls whose condition no index served. */
  unindexed: number;
};

export interface InvocationDetail {
  invocation: InvocationRecord;
  /** Artificial delay before every database call. */
  latencyMs: number;
  logs: LogLine[];
}

export interface FileEntry {
  path: string;
  size: number;
  updated: number;
  fileId: string;
  /** Signed address of the bytes. */
  url: string;
}

export interface FilePage {
  files: FileEntry[];
  totals: { files: number; bytes: number };
  more: boolean;
}

export interface TimerList {
  timers: TimerSchedule[];
  now: string;
}

export interface LogLine {
  at: string;
  level: 'info' | 'warn' | 'error';
  scope: string;
  message: string;
  requestId?: string;
  ms?: number;
}

export interface PersonaEntry {
  id: string;
  label: string;
  description?: string;
}

export interface Overview {
  env: string;
  adminUrl: string;
  startedAt: string;
  latencyMs: number;
  totals: { invocations: number; running: number; databaseCalls: number };
  /** Subscription messages that were not looked at. */
  unread: number;
  functions: Record<string, { workers: number; busy: number; waiting: number; limit: number }>;
}
