import { EventEmitter } from 'node:events';
import { eventHandlers } from '../../cloudfunctions/domains/event/handlers';
import type { EventDoc } from '../../cloudfunctions/domains/event/collections';
import { newEvent } from '../../cloudfunctions/domains/event/rules/event';
import { newOrg } from '../../cloudfunctions/domains/org/rules/org';
import { newMember } from '../../cloudfunctions/domains/me/rules/joining';
import type { MemberDoc } from '../../cloudfunctions/kernel/collections';
import type { HandlersOf } from '../../cloudfunctions/kernel/serve';
import { createFunction } from '../../cloudfunctions/kernel/serve';
import { newCommandId, startStack, type Stack } from '../support/stack';
import { type Row, row } from './row';
import { memoryFiles } from '../support/files';

/** As far as the database is from the functions on the cloud. */
const LATENCY_MS = 20;
const CALLERS = [100, 500] as const;
const DAY_MS = 86_400_000;

const branch = newOrg({ id: 'b1', name: 'x', kind: 'branch', above: ['root', 'd1'] });
const orgs = [
  newOrg({ id: 'root', name: 'x', kind: 'committee', above: [] }),
  newOrg({ id: 'd1', name: 'x', kind: 'district', above: ['root'] }),
  branch,
];

const secretary = (index: number): MemberDoc => ({
  ...newMember(`secretary${index}`, 'x', [branch], [{ role: 'branchSecretary', orgId: 'b1' }]),
  openid: `openid-secretary${index}`,
  joinedAt: 1,
});

const event = (index: number): EventDoc => {
  const times = { startsAt: Date.now() + DAY_MS, endsAt: Date.now() + 2 * DAY_MS, deadline: Date.now() + DAY_MS };
  const plan = { title: 'x', kind: 'lecture' as const, place: 'x', about: 'x', capacity: 5, form: [] };
  return newEvent({ id: `event${index}`, org: branch, memberId: 'x' }, { ...plan, ...times }, 1);
};

/** An instance of the function for every caller, as the cloud starts them when many call at once. */
function instance({ db }: Stack, index: number): () => Promise<number> {
  const handlers = eventHandlers as unknown as HandlersOf<'api'>;
  const openid = () => secretary(index).openid;
  const nobody = () => Promise.reject(new Error('nobody calls WeChat here'));
  const main = createFunction('api', handlers, {
    db,
    openid,
    appId: () => undefined,
    trigger: () => undefined,
    now: Date.now,
    callWechat: nobody,
    mayCallWechat: () => false,
    files: memoryFiles(),
  });
  return async () => {
    const began = performance.now();
    const input = { commandId: newCommandId(), id: `event${index}`, cancelled: true };
    const reply = await main({ action: 'event.setCancelled', input });
    return reply.ok ? performance.now() - began : Number.NaN;
  };
}

/** So many organisers at once, each with an audited command. */
async function measureCrowd(callers: number): Promise<Row[]> {
  const stack = await startStack();
  try {
    const numbers = Array.from({ length: callers }, (_, index) => index);
    await stack.db.orgs.addAll(orgs);
    await stack.db.members.addAll(numbers.map(secretary));
    await stack.db.events.addAll(numbers.map(event));
    stack.emulator.setLatency(LATENCY_MS);
    const calls = numbers.map((index) => instance(stack, index));
    // The first call of a process compiles what all others find ready.
    await instance(stack, 0)();
    const began = performance.now();
    const times = (await Promise.all(calls.map((call) => call()))).filter((time) => !Number.isNaN(time));
    const seconds = (performance.now() - began) / 1000;
    const written = (await stack.db.audit.count({ action: 'event.setCancelled', outcome: 'ok' })) - 1;
    times.sort((a, b) => a - b);
    const label = `审计，${callers} 人同时`;
    return [
      row(`${label}，没有得到答复`, callers - times.length, 'calls', 0),
      row(`${label}，每秒记录`, written / seconds, '/s'),
      row(`${label}，一次操作 p95`, times[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN, 'ms'),
    ];
  } finally {
    await stack.stop();
  }
}

/** What an audited command costs when many act at once, over a database 20 ms away. */
export async function measureAudit(): Promise<Row[]> {
  const rows: Row[] = [];
  const usual = EventEmitter.defaultMaxListeners;
  // So many requests wait for the same connections, which Node takes for a leak.
  EventEmitter.defaultMaxListeners = Math.max(...CALLERS);
  for (const callers of CALLERS) rows.push(...(await measureCrowd(callers)));
  EventEmitter.defaultMaxListeners = usual;
  return rows;
}
