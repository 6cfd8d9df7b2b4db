import { createCallLog } from '../../../src/call-log';
import type { LogEntry } from '../../../src/log';

const call = { action: 'database.getDocument', collection: 'books', shape: 'title', examined: 90, returned: 2, ms: 3 };
let log: LogEntry[];
let now: number;
beforeEach(() => {
  log = [];
  now = 0;
});
const make = (every: boolean) =>
  createCallLog(
    (entry) => log.push(entry),
    every,
    () => now,
  );

test('each call is told with its index, what was examined and what was returned, where that is asked for', () => {
  make(true)({ ...call, index: 'byTitle' });
  expect(log).toEqual([
    {
      level: 'debug',
      scope: 'database',
      message: 'getDocument books {title} 索引 byTitle 检查 90 返回 2',
      ms: 3,
      facts: { ...call, index: 'byTitle' },
    },
  ]);
  make(false)({ ...call, index: 'byTitle' });
  expect(log).toHaveLength(1);
});

test('a query without an index is a warning that names collection and shape; a loop of it warns once a minute', () => {
  const tell = make(false);
  for (let n = 0; n < 1000; n += 1) tell({ ...call, index: null });
  tell({ ...call, index: null, shape: 'author' });
  expect(log.map((entry) => [entry.level, entry.message])).toEqual([
    ['warn', expect.stringContaining('books {title} 索引 无 检查 90 返回 2')],
    ['warn', expect.stringContaining('books {author}')],
  ]);
  now = 60_000;
  tell({ ...call, index: null });
  expect(log).toHaveLength(3);
  expect(log[2]?.message).toContain('另有 999 次');
});

test('an index that gave the order only is a warning that names it', () => {
  make(false)({ ...call, index: 'byDate', orderOnly: true });
  expect(log.map(({ level, message }) => [level, message])).toEqual([
    ['warn', expect.stringMatching(/^索引只用于排序.*books \{title\} 索引 byDate 检查 90 返回 2/)],
  ]);
});

test('what runs no query is no warning', () => {
  make(false)({ action: 'database.insertDocument', collection: 'books', ms: 1 });
  expect(log).toEqual([]);
});
