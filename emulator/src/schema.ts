import { readFileSync } from 'node:fs';
import { OperatorError } from './operator-error';
import type { SchemaFile } from './service';

/** Limits of the cloud: docs.cloudbase.net/en/faq/database; the length of a name is the framework plugin's. */
const MAX_INDEXES = 100;
const MAX_FIELDS = 31;
const MAX_INDEX_NAME = 64;
const MAX_COLLECTION_NAME = 255;

/** Name of the index every collection has; another one cannot take it. */
const ID_INDEX_NAME = '_id_';

/** Reads and checks a schema, or the file that holds it. Throws OperatorError, which names the place. */
export function loadSchema(schema: SchemaFile | string | undefined): SchemaFile {
  if (schema === undefined) return { collections: {} };
  if (typeof schema !== 'string') return checkSchema(schema, '集合声明');
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(schema, 'utf8'));
  } catch (error) {
    throw new OperatorError(`无法读取集合声明文件 ${schema}：${(error as Error).message}`);
  }
  return checkSchema(value, `集合声明文件 ${schema}`);
}

/** Gives the value back as a schema; `source` says in a message where it came from. Throws OperatorError. */
export function checkSchema(value: unknown, source: string): SchemaFile {
  const refuse: Refuse = (why) => new OperatorError(`${source}：${why}`);
  const schema = object(value, () => refuse('应为 {"collections": {…}}'));
  onlyKeys(schema, ['collections'], '最外层', refuse);
  const collections = object(schema.collections, () => refuse('应为 {"collections": {…}}'));
  for (const [name, collection] of Object.entries(collections)) checkCollection(name, collection, refuse);
  return value as SchemaFile;
}

type Refuse = (why: string) => OperatorError;

function checkCollection(name: string, value: unknown, refuse: Refuse): void {
  if (!/^[^$\s.][^$\s]*$/.test(name) || name.length > MAX_COLLECTION_NAME) {
    throw refuse(`集合名“${name}”不可用：不能为空、含空白或 $、以句点开头，最长 ${MAX_COLLECTION_NAME} 个字符`);
  }
  const place = `集合 ${name}`;
  const collection = object(value, () => refuse(`${place} 应为 {} 或 {"indexes": […]}`));
  onlyKeys(collection, ['indexes'], place, refuse);
  const indexes: unknown = collection.indexes ?? [];
  if (!Array.isArray(indexes)) throw refuse(`${place} 的 indexes 应为数组`);
  if (indexes.length > MAX_INDEXES) throw refuse(`${place} 有 ${indexes.length} 个索引，最多 ${MAX_INDEXES} 个`);
  const names = new Set<string>();
  indexes.forEach((index, position) => {
    const indexName = checkIndex(index, place, position, refuse);
    if (names.has(indexName)) throw refuse(`${place} 有两个名为 ${indexName} 的索引`);
    names.add(indexName);
  });
}

/** Gives the index's name. */
function checkIndex(value: unknown, place: string, position: number, refuse: Refuse): string {
  const nth = `${place} 的第 ${position + 1} 个索引`;
  const index = object(value, () => refuse(`${nth} 应为 {"name": …, "keys": [["字段", 1]]}`));
  const { name, unique, keys } = index;
  if (typeof name !== 'string' || name === '' || name.length > MAX_INDEX_NAME) {
    throw refuse(`${nth} 应有 name，1 到 ${MAX_INDEX_NAME} 个字符`);
  }
  const at = `${place} 的索引 ${name}`;
  if (name === ID_INDEX_NAME) throw refuse(`${at}：这个名字属于每个集合自带的 _id 索引`);
  onlyKeys(index, ['name', 'unique', 'keys'], at, refuse);
  if (unique !== undefined && typeof unique !== 'boolean') throw refuse(`${at} 的 unique 应为 true 或 false`);
  if (!Array.isArray(keys) || keys.length === 0) throw refuse(`${at} 的 keys 应为非空数组`);
  if (keys.length > MAX_FIELDS) throw refuse(`${at} 有 ${keys.length} 个字段，最多 ${MAX_FIELDS} 个`);
  const fields = new Set<string>();
  for (const key of keys as unknown[]) {
    const field = checkKey(key, at, refuse);
    if (fields.has(field)) throw refuse(`${at} 两次使用字段 ${field}`);
    fields.add(field);
  }
  return name;
}

/** Gives the key's field. */
function checkKey(key: unknown, at: string, refuse: Refuse): string {
  const [field, direction] = Array.isArray(key) ? (key as unknown[]) : [];
  if (!Array.isArray(key) || key.length !== 2 || typeof field !== 'string') {
    throw refuse(`${at} 的每个键应为 ["字段", 方向]，现在是 ${JSON.stringify(key)}`);
  }
  if (field.split('.').some((part) => part === '' || part.startsWith('$'))) {
    throw refuse(`${at} 的字段名“${field}”不可用`);
  }
  if (direction !== 1 && direction !== -1 && direction !== '2dsphere') {
    throw refuse(`${at} 的字段 ${field} 的方向应为 1、-1 或 "2dsphere"，现在是 ${JSON.stringify(direction)}`);
  }
  return field;
}

function object(value: unknown, refusal: () => OperatorError): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refusal();
  return value as Record<string, unknown>;
}

function onlyKeys(value: object, known: readonly string[], place: string, refuse: Refuse): void {
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) throw refuse(`${place} 有未知的项“${unknown}”，可用的是 ${known.join('、')}`);
}
