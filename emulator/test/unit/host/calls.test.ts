import { CallRecorder } from '../../../src/calls';

const begin = (calls: CallRecorder, id: string): number =>
  calls.begin({ id, function: 'api', trigger: 'tcb', requestBytes: 2 });
const finish = (calls: CallRecorder, id: string, error?: string): void =>
  calls.finish(id, { queuedMs: 1, ms: 2, replyBytes: 3, error });

test('an invocation collects its own round trips and database calls only', () => {
  const calls = new CallRecorder();
  begin(calls, 'a');
  begin(calls, 'b');
  calls.roundTrip('a');
  calls.database({ action: 'database.getDocument', invocationId: 'a', index: null, ms: 1 });
  calls.database({ action: 'database.insertDocument', ms: 1 });
  calls.roundTrip('nobody');
  finish(calls, 'a');
  expect(calls.forInvocation('a')).toMatchObject({ roundTrips: 1, finished: true, ms: 2, replyBytes: 3 });
  expect(calls.forInvocation('a')?.database).toHaveLength(1);
  expect(calls.forInvocation('b')).toMatchObject({ roundTrips: 0, finished: false, database: [] });
  expect(calls.recentDatabase()).toHaveLength(2);
  expect(calls.totals()).toEqual({ invocations: 1, running: 1, databaseCalls: 2 });
});

test('unindexed() has the queries that no index served, and not those without a query', () => {
  const calls = new CallRecorder();
  calls.database({ action: 'served', index: 'byDay', ms: 1 });
  calls.database({ action: 'scan', index: null, ms: 1 });
  calls.database({ action: 'insert', ms: 1 });
  expect(calls.unindexed().map((call) => call.action)).toEqual(['scan']);
});

test('what comes after the end of an invocation does not change its record', () => {
  const calls = new CallRecorder();
  begin(calls, 'a');
  finish(calls, 'a', 'FUNCTIONS_EXECUTE_FAIL');
  finish(calls, 'a');
  calls.roundTrip('a');
  expect(calls.last()).toMatchObject({ id: 'a', roundTrips: 0, error: 'FUNCTIONS_EXECUTE_FAIL' });
  expect(calls.totals().invocations).toBe(1);
});

test('the last 5,000 are kept, whatever the total', () => {
  const calls = new CallRecorder();
  for (let n = 0; n < 12_345; n += 1) {
    begin(calls, String(n));
    finish(calls, String(n));
    calls.database({ action: String(n), ms: 0 });
  }
  expect(calls.recent()).toHaveLength(5000);
  expect(calls.recent(2).map((record) => record.id)).toEqual(['12343', '12344']);
  expect(calls.recent(0)).toEqual([]);
  expect(calls.recentDatabase()[0]?.action).toBe('7345');
  expect(calls.totals()).toEqual({ invocations: 12_345, running: 0, databaseCalls: 12_345 });
  calls.clear();
  expect([calls.recent(), calls.recentDatabase(), calls.last()]).toEqual([[], [], undefined]);
});

test('the details of old invocations are forgotten before their memory adds up; their counts stay', () => {
  const calls = new CallRecorder();
  for (let i = 0; i < 100; i += 1) {
    begin(calls, `c${i}`);
    for (let n = 0; n < 400; n += 1) {
      calls.roundTrip(`c${i}`);
      calls.database({ action: 'database.getDocument', invocationId: `c${i}`, ms: 1 });
    }
    finish(calls, `c${i}`);
  }
  const records = calls.recent();
  expect(records.reduce((sum, { database }) => sum + database.length, 0)).toBe(20_000);
  expect(records.at(-1)?.database).toHaveLength(400);
  expect(records[0]).toMatchObject({ id: 'c0', roundTrips: 400, database: [] });
  calls.clear();
  expect(calls.recent()).toEqual([]);
});
