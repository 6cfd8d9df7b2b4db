import type {
  ConsoleCall,
  InvocationDetail,
  InvocationSummary,
  LogLine,
  QueryReport,
} from '../../../src/console/types';
import { failureOf } from '../host/support';
import { startConsole, type ConsoleHost } from './support';

let host: ConsoleHost;
beforeAll(async () => {
  host = await startConsole({ latencyMs: 5 });
});
afterAll(() => host.stop());
beforeEach(() => host.emulator.calls.clear());

const look = (event: object = {}) => host.emulator.invoke('look', { action: 'find', name: '林晓', ...event });

test('an invocation shows when each of its round trips began, inside its own time and in order', async () => {
  const { requestId } = await look();
  const { body } = await host.get<InvocationDetail>('invocation', { id: requestId });
  const { invocation, latencyMs } = body;
  const [first, second] = invocation.database;
  expect(latencyMs).toBe(5);
  expect(invocation).toMatchObject({ id: requestId, function: 'look', action: 'find', roundTrips: 2 });
  expect(first!.offsetMs).toBeGreaterThanOrEqual(invocation.queuedMs + latencyMs - 1);
  expect(second!.offsetMs).toBeGreaterThanOrEqual(first!.offsetMs! + first!.ms + latencyMs - 1);
  expect(second!.offsetMs! + second!.ms).toBeLessThanOrEqual(invocation.queuedMs + invocation.ms);
});

test('an invocation shows what it printed and nothing of other invocations', async () => {
  const { requestId } = await look({ name: 'mine' });
  await look({ name: 'other' });
  const { body } = await host.get<InvocationDetail>('invocation', { id: requestId });
  const printed = body.logs.map(({ message }) => message).join('\n');
  expect(printed).toContain('looking for mine');
  expect(printed).not.toContain('other');
  const { body: all } = await host.get<LogLine[]>('logs');
  expect(all.map(({ message }) => message).join('\n')).toContain('looking for other');
});

test('a failed invocation is listed with its error code, the newest first', async () => {
  await look();
  await failureOf(look({ action: 'fail' }));
  const { body } = await host.get<InvocationSummary[]>('invocations');
  expect(body.map(({ action, error }) => [action, error])).toEqual([
    ['fail', 'FUNCTIONS_EXECUTE_FAIL'],
    ['find', undefined],
  ]);
  expect(body[0]).toMatchObject({ unindexed: 1 });
});

test('queries are told by shape and index without a value, those without an index first', async () => {
  await look();
  await look({ name: '周予安' });
  const { body } = await host.get<QueryReport>('queries');
  expect(body.groups).toHaveLength(2);
  expect(body.groups[0]).toMatchObject({
    ...{ collection: 'things', shape: 'name ↓ at', index: null, count: 2, flags: ['unindexed'] },
    lastCaller: 'look · find',
  });
  expect(body.groups[1]).toMatchObject({ shape: 'kind', index: 'byKind', flags: [] });
  expect(JSON.stringify(body)).not.toMatch(/林晓|周予安/);
});

test("a collection's history names who called, and the console's own writes", async () => {
  await look();
  await host.post('documents/add', { collection: 'things', text: '{"_id":"x"}' });
  const { body } = await host.get<ConsoleCall[]>('documents/calls', { collection: 'things' });
  expect(body.map(({ action, function: name, invocationId }) => [action, name ?? invocationId])).toEqual([
    ['database.insertDocument', 'console'],
    ['database.getDocument', 'look'],
    ['database.getDocument', 'look'],
  ]);
});

test('looking is not recorded: the console finds no call of its own', async () => {
  await host.get('documents', { collection: 'things', query: '{"name":"x"}' });
  await host.get('collections');
  expect(host.emulator.calls.recentDatabase()).toEqual([]);
  expect((await host.get<QueryReport>('queries')).body.groups).toEqual([]);
});

test('a forgotten invocation is a 404 that says why', async () => {
  const { status, body } = await host.get('invocation', { id: 'unknown' });
  expect([status, body.code]).toEqual([404, 'FORGOTTEN']);
});
