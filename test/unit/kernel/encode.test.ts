import { init } from '@cloudbase/node-sdk';
import type { SdkDatabase } from '../../../cloudfunctions/kernel/encode';
import { encodeChange, encodeQuery } from '../../../cloudfunctions/kernel/encode';
import { above, all, among, atLeast, atMost, below, between, not, noneOf } from '../../../cloudfunctions/kernel/port';
import type { Change, Query } from '../../../cloudfunctions/kernel/port';

interface Thing {
  _id: string;
  a: number;
  b: string;
  list: string[];
  nested: { x: number };
}

const { QuerySerializer } = jest.requireActual<{
  QuerySerializer: { encodeEJSON(query: unknown, raw: boolean): string };
}>('@cloudbase/database/dist/commonjs/serializer/query.js');
const { UpdateSerializer } = jest.requireActual<{
  UpdateSerializer: { encodeEJSON(change: unknown, raw: boolean): string };
}>('@cloudbase/database/dist/commonjs/serializer/update.js');

const { command } = init({ env: 'test' }).database() as unknown as SdkDatabase;
/** What the real SDK puts on the wire, canonical numbers simplified. */
const simple = (ejson: string): unknown =>
  JSON.parse(ejson, (_key, value: unknown) => {
    const number = (value as { $numberInt?: string } | null)?.$numberInt;
    return number === undefined ? value : Number(number);
  });
const query = (given: Query<Thing>) => simple(QuerySerializer.encodeEJSON(encodeQuery(command, given), false));
const change = (given: Change<Thing>) => simple(UpdateSerializer.encodeEJSON(encodeChange(command, given), false));

describe('a query on the wire', () => {
  it.each<[Query<Thing>, unknown]>([
    [{}, {}],
    [
      { a: 1, b: 'x' },
      { a: 1, b: 'x' },
    ],
    [{ b: null }, { b: null }],
    [{ a: undefined, b: 'x' }, { b: 'x' }],
    [{ 'nested.x': 2 }, { 'nested.x': 2 }],
    [{ a: among([1, 2]) }, { a: { $in: [1, 2] } }],
    [{ a: noneOf([1]) }, { a: { $nin: [1] } }],
    [{ list: all(['p', 'q']) }, { list: { $all: ['p', 'q'] } }],
    [{ a: not(1) }, { a: { $ne: 1 } }],
    [{ a: below(1) }, { a: { $lt: 1 } }],
    [{ a: atMost(1) }, { a: { $lte: 1 } }],
    [{ a: above(1) }, { a: { $gt: 1 } }],
    [{ a: atLeast(1) }, { a: { $gte: 1 } }],
    [
      { b: 'x', a: between(1, 2) },
      { b: 'x', $and: [{ a: { $gte: 1 } }, { a: { $lte: 2 } }] },
    ],
    [
      { b: 'x', a: atMost(2), anyOf: [{ a: below(2) }, { _id: above('i') }] },
      { $and: [{ b: 'x', a: { $lte: 2 } }, { $or: [{ a: { $lt: 2 } }, { _id: { $gt: 'i' } }] }] },
    ],
  ])('%j', (given, wire) => {
    expect(query(given)).toEqual(wire);
  });
});

describe('a change on the wire', () => {
  it.each<[Change<Thing>, unknown]>([
    [{ set: { b: 'x' } }, { $set: { b: 'x' } }],
    [{ set: { nested: { x: 1 } } }, { $set: { nested: { x: 1 } } }],
    [{ set: { b: null } }, { $set: { b: null } }],
    [{ unset: ['nested.x'] }, { $unset: { 'nested.x': '' } }],
    [{ inc: { a: -1 } }, { $inc: { a: -1 } }],
    [{ push: { list: { items: ['p'] } } }, { $push: { list: { $each: ['p'] } } }],
    [{ push: { list: { items: ['p'], keepLast: 5 } } }, { $push: { list: { $each: ['p'], $slice: -5 } } }],
    [{ addToSet: { list: ['p', 'q'] } }, { $addToSet: { list: { $each: ['p', 'q'] } } }],
    [{ pull: { list: 'p' } }, { $pull: { list: 'p' } }],
    [{ pull: { list: { m: 'p' } } }, { $pull: { list: { m: 'p' } } }],
    [
      { set: { b: 'x' }, inc: { a: 1 }, push: { list: { items: ['p'] } } },
      { $set: { b: 'x' }, $inc: { a: 1 }, $push: { list: { $each: ['p'] } } },
    ],
  ])('%j', (given, wire) => {
    expect(change(given)).toEqual(wire);
  });

  it('is refused here when it says nothing, or two things of one path', () => {
    expect(() => change({})).toThrow('empty');
    expect(() => change({ set: { a: 1 }, inc: { a: 1 } })).toThrow('two changes of a');
  });
});
