import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSchema } from '../../../src/schema';

const folder = mkdtempSync(join(tmpdir(), 'schema-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const indexes = (...list: unknown[]): object => ({ collections: { books: { indexes: list } } });
const keys = (count: number): unknown[] => Array.from({ length: count }, (_, n) => [`f${n}`, 1]);

test('is read, and may be left out', () => {
  const schema = {
    collections: {
      books: {
        indexes: [
          {
            name: 'i',
            unique: true,
            keys: [
              ['title', 1],
              ['a.b', -1],
            ],
          },
          { name: 'place', keys: [['at', '2dsphere']] },
        ],
      },
      empty: {},
    },
  };
  expect(loadSchema(file('schema.json', schema))).toEqual(schema);
  expect(loadSchema(undefined)).toEqual({ collections: {} });
});

test.each([['{'], ['[]'], ['null'], ['{"collections":[]}'], ['{"collections":{"a":[]}}']])(
  'a file with %s is refused by its name',
  (content) => expect(() => loadSchema(file('bad.json', content))).toThrow('bad.json'),
);

test.each([
  ['a key beside collections', { collections: {}, collection: {} }, '最外层 有未知的项“collection”'],
  ['a key beside indexes', { collections: { books: { index: [] } } }, '集合 books 有未知的项“index”'],
  ['a name no collection can have', { collections: { '$a b': {} } }, '集合名“$a b”不可用'],
  ['indexes that are no list', { collections: { books: { indexes: {} } } }, '集合 books 的 indexes 应为数组'],
  ['an index that is no object', indexes(7), '集合 books 的第 1 个索引'],
  ['an index without a name', indexes({ keys: [['a', 1]] }), '集合 books 的第 1 个索引 应有 name'],
  ['a name of 65 characters', indexes({ name: 'n'.repeat(65), keys: [['a', 1]] }), '64'],
  ['the name of the _id index', indexes({ name: '_id_', keys: [['_id', 1]] }), '_id_'],
  ['an unknown setting', indexes({ name: 'i', keys: [['a', 1]], sparse: true }), '索引 i 有未知的项“sparse”'],
  ['unique that is no boolean', indexes({ name: 'i', keys: [['a', 1]], unique: 1 }), 'unique 应为 true 或 false'],
  ['no keys', indexes({ name: 'i' }), '索引 i 的 keys 应为非空数组'],
  ['empty keys', indexes({ name: 'i', keys: [] }), '索引 i 的 keys 应为非空数组'],
  ['a key that is no pair', indexes({ name: 'i', keys: ['a'] }), '索引 i 的每个键应为'],
  ['an empty field', indexes({ name: 'i', keys: [['', 1]] }), '字段名“”不可用'],
  ['an empty part of a field', indexes({ name: 'i', keys: [['a..b', 1]] }), '字段名“a..b”不可用'],
  ['an operator for a field', indexes({ name: 'i', keys: [['a.$b', 1]] }), '字段名“a.$b”不可用'],
  ['direction 2', indexes({ name: 'i', keys: [['a', 2]] }), '字段 a 的方向应为 1、-1 或 "2dsphere"，现在是 2'],
  ['direction "1"', indexes({ name: 'i', keys: [['a', '1']] }), '现在是 "1"'],
  ['direction "2d"', indexes({ name: 'i', keys: [['a', '2d']] }), '现在是 "2d"'],
  ['a field twice', indexes({ name: 'i', keys: [...keys(2), ['f0', -1]] }), '两次使用字段 f0'],
  ['32 fields', indexes({ name: 'i', keys: keys(32) }), '有 32 个字段，最多 31 个'],
  ['a name twice', indexes({ name: 'i', keys: keys(1) }, { name: 'i', keys: keys(2) }), '两个名为 i 的索引'],
  [
    '101 indexes',
    indexes(...Array.from({ length: 101 }, (_, n) => ({ name: `i${n}`, keys: [['a', 1]] }))),
    '有 101 个索引，最多 100 个',
  ],
])('%s is refused by its place', (_, schema, message) => {
  expect(() => loadSchema(file('schema.json', schema))).toThrow(message);
  expect(() => loadSchema(file('schema.json', schema))).toThrow('schema.json');
});

test('31 fields and 100 indexes are accepted', () => {
  const many = Array.from({ length: 100 }, (_, n) => ({ name: `i${n}`, keys: [['a', 1]] }));
  expect(() => loadSchema(file('many.json', indexes(...many)))).not.toThrow();
  expect(() => loadSchema(file('wide.json', indexes({ name: 'i', keys: keys(31) })))).not.toThrow();
});
