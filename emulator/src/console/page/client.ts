import { CONSOLE_HEADER } from '../header';

/** A refusal by the server, or no answer at all. */
export class CallError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

type Values = Record<string, string | number | undefined>;

/** Asks the console's API. Rejects with CallError. */
export function get<T>(name: string, values: Values = {}): Promise<T> {
  const filled = Object.entries(values).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, String(value)]],
  );
  const query = new URLSearchParams(filled).toString();
  return call<T>(`${name}${query && `?${query}`}`, {});
}

/** Has the console do something. Rejects with CallError. */
export function post<T>(name: string, values: Values): Promise<T> {
  const headers = { 'Content-Type': 'application/json', [CONSOLE_HEADER]: '1' };
  return call<T>(name, { method: 'POST', headers, body: JSON.stringify(values) });
}

async function call<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/console/api/${path}`, init);
  } catch {
    throw new CallError('OFFLINE', '连不上本地云开发，它可能已停止。重新启动后，这里会自动恢复。');
  }
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (response.ok) return body as T;
  const { code, message, ...details } = body;
  throw new CallError(textOr(code, 'UNKNOWN'), textOr(message, `没有正常应答（${response.status}）`), details);
}

const textOr = (value: unknown, absent: string): string => (typeof value === 'string' ? value : absent);

/** What to show of anything that was thrown. */
export function messageOf(error: unknown): string {
  if (!(error instanceof CallError)) return error instanceof Error ? error.message : String(error);
  return HINTS[error.code] ? `${HINTS[error.code]}（${error.code}）\n${error.message}` : error.message;
}

/** Plain words for the wire's codes that an operator meets; the original text stays below them. */
const HINTS: Record<string, string> = {
  DATABASE_REQUEST_FAILED: '数据库拒绝了这个请求',
  DATABASE_COLLECTION_NOT_EXIST: '没有这个集合',
  DATABASE_TRANSACTION_FAIL: '事务已结束，请重试',
  INVALID_PARAM: '参数不对',
  FUNCTIONS_EXECUTE_FAIL: '云函数执行失败',
  FUNCTIONS_TIME_LIMIT_EXCEEDED: '云函数超时',
  TIMER_NOT_FOUND: '没有这个触发器',
};
