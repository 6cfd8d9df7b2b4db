import type { TimedDatabaseCall } from '../calls';
import type { QueryFlag, QueryGroup } from './types';

/** A query that takes longer inside the engine is called slow; on a laptop most take less than 2 ms. */
export const SLOW_MS = 20;

/** Looking at so many more documents than are needed is a waste even with an index. */
const WASTE_FACTOR = 10;
const WASTE_FLOOR = 100;

type Caller = (invocationId: string) => string | undefined;

/** Recorded queries grouped by shape and index, those that need attention first, then by the time they took in all. */
export function groupQueries(calls: readonly TimedDatabaseCall[], callerOf: Caller): QueryGroup[] {
  const groups = new Map<string, QueryGroup & { totalMs: number }>();
  for (const call of calls) {
    if (call.index === undefined || call.collection === undefined) continue;
    const { action, collection, shape = '', index } = call;
    const key = JSON.stringify([action, collection, shape, index]);
    const group = groups.get(key) ?? {
      ...{ collection, action, shape, index, count: 0, averageMs: 0, maxMs: 0, totalMs: 0 },
      ...{ maxExamined: -1, returned: 0, lastAt: call.at, orderOnly: false, flags: [] },
    };
    groups.set(key, group);
    group.count += 1;
    group.totalMs += call.ms;
    group.maxMs = Math.max(group.maxMs, call.ms);
    if ((call.examined ?? 0) > group.maxExamined) {
      group.maxExamined = call.examined ?? 0;
      group.returned = call.returned ?? 0;
    }
    group.lastAt = call.at;
    group.orderOnly ||= call.orderOnly === true;
    if (call.invocationId !== undefined) group.lastInvocation = call.invocationId;
  }
  return [...groups.values()]
    .map(({ totalMs, ...group }) => ({
      ...group,
      averageMs: totalMs / group.count,
      lastCaller: group.lastInvocation === undefined ? undefined : callerOf(group.lastInvocation),
      flags: flagsOf(group),
    }))
    .sort((a, b) => weight(b) - weight(a) || b.averageMs * b.count - a.averageMs * a.count);
}

function flagsOf({ index, orderOnly, maxMs, maxExamined, returned }: QueryGroup): QueryFlag[] {
  const flags: QueryFlag[] = [];
  if (index === null) flags.push('unindexed');
  else if (orderOnly) flags.push('orderOnly');
  if (maxMs >= SLOW_MS) flags.push('slow');
  if (index !== null && maxExamined > WASTE_FLOOR + WASTE_FACTOR * returned) flags.push('wasteful');
  return flags;
}

const weight = ({ flags }: QueryGroup): number =>
  (flags.includes('unindexed') || flags.includes('orderOnly') ? 4 : 0) +
  (flags.includes('slow') ? 2 : 0) +
  (flags.includes('wasteful') ? 1 : 0);
