/** One line of the emulator's log. Never carries an openid, a phone number or a request body. */
export interface LogEntry {
  /** `debug` is for each single database call; it is only written where calls were asked for. */
  level: 'debug' | 'info' | 'warn' | 'error';
  /** What it is about: `http`, `storage`, `timer`, `database`, or the name of a function. */
  scope: string;
  message: string;
  requestId?: string;
  ms?: number;
  /** Facts for machines; the message has them in words. Only in JSON. */
  facts?: Readonly<Record<string, unknown>>;
}

export type Log = (entry: LogEntry) => void;

export type LogFormat = 'text' | 'json' | 'quiet';

/** Makes a log that writes to stderr, which leaves stdout to the line `ready`; `quiet` writes nothing. */
export function createLog(format: LogFormat): Log {
  if (format === 'quiet') return () => undefined;
  return (entry) => {
    const line = format === 'json' ? JSON.stringify({ time: new Date().toISOString(), ...entry }) : textLine(entry);
    process.stderr.write(`${line}\n`);
  };
}

function textLine({ level, scope, message, requestId, ms }: LogEntry): string {
  const mark = { debug: '', info: '', warn: '警告 ', error: '错误 ' }[level];
  const id = requestId ? ` ${requestId.slice(0, 8)}` : '';
  const time = ms === undefined ? '' : ` ${ms.toFixed(1)}ms`;
  return `[${scope}${id}] ${mark}${message}${time}`;
}

/** Text of anything that was thrown, with the stack where there is one. For the log, never for a reply. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
