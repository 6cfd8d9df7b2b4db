import { createHash } from 'node:crypto';
import { functionOf } from '../../../contract/functions';
import type { ActionName } from '../../../contract/registry';
import { actions } from '../../../contract/registry';
import { schema } from '../../../cloudfunctions/schema';
import type { Collection, Doc } from '../../../cloudfunctions/kernel/port';
import type { CollectionName } from '../../../cloudfunctions/schema';
import type { Stack } from '../../support/stack';
import { startStack } from '../../support/stack';
import { buildCity, inputs, openidOf } from '../authz/city';

/* Hostile input to every action: each is refused in order, nothing breaks, hangs or changes. */

const names = Object.keys(actions) as ActionName[];

function nested(levels: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** Values that no field of ours may take, whatever it is for. */
const hostile: Record<string, unknown> = {
  null: null,
  'an operator that matches everything': { $ne: null },
  'a pattern that matches everything': { $regex: '.*' },
  'code for the database': { $where: 'sleep(10000)' },
  'an update operator': { $set: { disabled: false } },
  'an SDK command by its inner names': { _internalType: {}, operator: 'neq', operands: [null], fieldName: 'x' },
  'a server date': { $date: 0 },
  'an object id': { $oid: '000000000000000000000000' },
  'a dotted key': { 'a.b': 1 },
  'an inherited key': JSON.parse('{"__proto__":{"disabled":false},"constructor":1}') as unknown,
  'a prototype': JSON.parse('{"__proto__":null}') as unknown,
  'an array': [['x'], { $ne: 1 }],
  'an empty object': {},
  true: true,
  'a negative number': -1,
  'a fraction': 0.5,
  'a huge number': 1e308,
  'a lone surrogate': 'a\ud800b'.repeat(10),
  'control characters': '\u0000\u001b[31m\u0007'.repeat(6),
  'a path': '../../../../etc/passwd',
  'an id of another kind': 'm1:20261123',
  'a megabyte': 'x'.repeat(1_000_000),
  'a thousand levels': nested(1000),
  'ten thousand elements': Array.from({ length: 10_000 }, () => 0),
};

/** Fields that an action may leave out; filled in with something good, so that they are tried as well. */
const optional: Partial<Record<ActionName, Record<string, unknown>>> = {
  'checkin.submit': { pages: 5, minutes: 5, note: '好' },
  'checkin.ofBook': { cursor: 'abc' },
  'book.search': { cursor: 'abc' },
  'book.add': { publisher: '江城出版社', isbn: '9787020002207' },
  'book.correct': { publisher: '江城出版社', isbn: '9787020002207' },
  'org.joinCodes': { q: '支部', cursor: 'abc' },
  'org.below': { q: '支部', cursor: 'abc' },
  'shelf.list': { cursor: 'abc' },
  'recommendation.create': { publishAt: null },
  'recommendation.list': { cursor: 'abc' },
  'event.list': { cursor: 'abc' },
  'event.roster': { cursor: 'abc' },
  'feedback.mine': { cursor: 'abc' },
  'feedback.inbox': { cursor: 'abc' },
};

const numbers = ['a negative number', 'a fraction', 'a huge number'];
const texts = ['a path', 'an id of another kind', 'control characters'];
/** What is legal after all by the field's name: free text may look like a path, control characters are taken out of it, a version is any number. */
const legal: Record<string, readonly string[]> = {
  version: numbers,
  order: numbers,
  fourteenOrOlder: ['true'],
  ...Object.fromEntries(
    ['note', 'q', 'text', 'name', 'title', 'author', 'publisher', 'isbn', 'place', 'about', 'reason', 'pointer']
      .concat('sentence', 'fileName', 'group')
      .map((field) => [field, texts]),
  ),
};

interface Entry {
  type: string;
  wrapped?: Entry;
}

/** What is legal by the field's own type: null where it is declared to be nothing at times, true where it is a yes or no. */
function legalByType(entry: Entry | undefined): readonly string[] {
  if (entry === undefined) return [];
  const own = { nullable: ['null'], nullish: ['null'], boolean: ['true'] }[entry.type] ?? [];
  return [...own, ...legalByType(entry.wrapped)];
}

const legalIn = (action: ActionName, field: string): readonly string[] => {
  const { entries } = actions[action].input as unknown as { entries: Record<string, Entry> };
  return [...(legal[field] ?? []), ...legalByType(Object.hasOwn(entries, field) ? entries[field] : undefined)];
};

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
  await buildCity(stack);
}, 60_000);
afterAll(() => stack.stop());

const send = (action: ActionName, input: unknown, extra: Record<string, unknown> = {}) =>
  stack.send(openidOf('cityAdmin'), { action, input, ...extra }, functionOf(action));

const everythingIn = (collection: Collection<Doc>) => collection.find({}, { sort: [['_id', 1]], limit: 1000 });

/** Everything stored but what counts calls and what records them. */
async function state(): Promise<string> {
  const kept = (Object.keys(schema) as CollectionName[]).filter((name) => !['limits', 'audit'].includes(name));
  const docs = await Promise.all(kept.map((name) => everythingIn(stack.db[name])));
  return createHash('sha256').update(JSON.stringify(docs)).digest('hex');
}

describe('hostile input', () => {
  it.each(names)(
    'to %s is refused as BAD_INPUT or TOO_LARGE in every field, and changes nothing',
    async (action) => {
      const before = await state();
      const good: Record<string, unknown> = { ...inputs[action]('root'), ...optional[action] };
      const wrong: string[] = [];
      for (const field of [...Object.keys(good), 'undeclared', '$where']) {
        for (const [name, value] of Object.entries(hostile)) {
          if (legalIn(action, field).includes(name)) continue;
          const reply = await send(action, { ...good, [field]: value });
          const outcome = reply.ok ? 'ok' : reply.code;
          if (!['BAD_INPUT', 'TOO_LARGE'].includes(outcome)) {
            wrong.push(`${field} = ${name}: ${outcome}`);
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(await state()).toBe(before);
    },
    120_000,
  );

  it.each(Object.keys(hostile))('as the whole input is refused by every action: %s', async (name) => {
    for (const action of names) {
      const reply = await send(action, hostile[name]);
      const takesNothing = name === 'an empty object' && Object.keys(inputs[action]('root')).length === 0;
      if (!takesNothing && name !== 'an empty object') expect([action, reply.ok]).toEqual([action, false]);
      if (!reply.ok) expect(['BAD_INPUT', 'TOO_LARGE', 'RATE_LIMITED']).toContain(reply.code);
    }
  });

  it.each(Object.keys(hostile))('as the action is an unknown action: %s', async (name) => {
    for (const served of ['api', 'admin'] as const) {
      const reply = await stack.send(openidOf('member'), { action: hostile[name], input: {} }, served);
      expect(reply).toMatchObject({ ok: false, code: 'UNKNOWN_ACTION' });
    }
  });
});
