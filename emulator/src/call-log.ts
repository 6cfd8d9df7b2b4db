import type { Log } from './log';
import { isUnserved, type DatabaseCallRecord } from './service';

/** A loop makes the same query thousands of times; one warning a minute is enough to be seen. */
const REPEAT_AFTER_MS = 60_000;

/** Shapes that are remembered; a program has a few dozen, only a fuzzer makes more. */
const MAX_SHAPES = 1000;

/**
 * Gives what tells the log about database calls: a warning for a query whose condition no index served, at most once a
 * minute for each shape of query, and, with `every`, each call at level `debug`. Values of queries are never named.
 */
export function createCallLog(
  log: Log,
  every: boolean,
  now: () => number = Date.now,
): (call: DatabaseCallRecord) => void {
  const warned = new Map<string, { at: number; since: number }>();

  return (call) => {
    if (every) log({ level: 'debug', scope: 'database', message: describe(call), ms: call.ms, facts: { ...call } });
    if (!isUnserved(call)) return;
    const shape = `${call.action} ${call.collection} ${call.shape}`;
    const last = warned.get(shape);
    if (last && now() - last.at < REPEAT_AFTER_MS) {
      last.since += 1;
      return;
    }
    if (warned.size >= MAX_SHAPES) warned.clear();
    warned.set(shape, { at: now(), since: 0 });
    const more = last?.since ? `；此前一分钟内另有 ${last.since} 次` : '';
    log({
      level: 'warn',
      scope: 'database',
      message:
        call.index === null
          ? `没有索引可用的查询：${describe(call)}${more}。集合变大后它会变慢，请在集合声明中为它加索引。`
          : `索引只用于排序、条件没有索引可用的查询：${describe(call)}${more}。集合变大后它会变慢，请让索引也包含条件里的字段。`,
      facts: { ...call },
    });
  };
}

function describe({ action, collection, shape, index, examined, returned, error }: DatabaseCallRecord): string {
  const parts = [action.replace(/^database\./, '')];
  if (collection !== undefined) parts.push(collection);
  if (shape) parts.push(`{${shape}}`);
  if (index !== undefined) parts.push(`索引 ${index ?? '无'}`);
  if (examined !== undefined && index !== undefined) parts.push(`检查 ${examined}`);
  if (returned !== undefined) parts.push(`返回 ${returned}`);
  if (error !== undefined) parts.push(`失败 ${error}`);
  return parts.join(' ');
}
