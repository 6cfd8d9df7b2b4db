/** One line of the emulator's log. Never carries an openid, a phone number or a request body. */
export interface LogEntry {
  level: 'info' | 'warn' | 'error';
  /** What it is about: `http`, `storage`, `timer`, or the name of a function. */
  scope: string;
  message: string;
  requestId?: string;
  ms?: number;
}

export type Log = (entry: LogEntry) => void;

export type LogFormat = 'text' | 'json' | 'quiet';

/** Makes a log that writes to stdout (information) and stderr (warnings and errors); `quiet` writes nothing. */
export function createLog(format: LogFormat): Log {
  if (format === 'quiet') return () => undefined;
  return (entry) => {
    const line = format === 'json' ? JSON.stringify({ time: new Date().toISOString(), ...entry }) : textLine(entry);
    const stream = entry.level === 'info' ? process.stdout : process.stderr;
    stream.write(`${line}\n`);
  };
}

function textLine({ level, scope, message, requestId, ms }: LogEntry): string {
  const mark = { info: '', warn: '警告 ', error: '错误 ' }[level];
  const id = requestId ? ` ${requestId.slice(0, 8)}` : '';
  const time = ms === undefined ? '' : ` ${ms.toFixed(1)}ms`;
  return `[${scope}${id}] ${mark}${message}${time}`;
}

/** Text of anything that was thrown, with the stack where there is one. For the log, never for a reply. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
