import { content, refused, updates, type ParityCase } from '../case';
import type { Doc } from '../../integration/database/sdk';

/** Updates of the document that meets a query. */
function matched(name: string, before: Doc, query: Doc, update: Doc, expect: unknown): ParityCase {
  return {
    name,
    source: 'MongoDB manual, $ (update)',
    arrange: [{ _id: 'x', ...before }],
    act: async ({ raw }) => {
      await raw.where(query).update(update);
      return content(raw);
    },
    expect,
  };
}

export const arrayUpdateCases: ParityCase[] = [
  ...updates('MongoDB manual, $push', [
    ['appends one value', { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
    ['an array is one value', { a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }],
    ['a missing field becomes an array', {}, { $push: { a: 1 } }, { a: [1] }],
    ['no array is refused', { a: 1 }, { $push: { a: 2 } }, refused()],
    ['null is refused', { a: null }, { $push: { a: 2 } }, refused()],
    ['$each appends several', { a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
    ['$each needs an array', { a: [1] }, { $push: { a: { $each: 2 } } }, refused()],
    ['$position from the front', { a: [1, 2] }, { $push: { a: { $each: [9], $position: 1 } } }, { a: [1, 9, 2] }],
    ['$position from the end', { a: [1, 2] }, { $push: { a: { $each: [9], $position: -1 } } }, { a: [1, 9, 2] }],
    ['$position past the end', { a: [1] }, { $push: { a: { $each: [9], $position: 20 } } }, { a: [1, 9] }],
    ['$slice keeps the last', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
    ['$slice keeps the first', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: 1 } } }, { a: [1] }],
    ['$slice 0 empties', { a: [1, 2] }, { $push: { a: { $each: [], $slice: 0 } } }, { a: [] }],
    ['$sort by value', { a: [3, 1] }, { $push: { a: { $each: [2], $sort: -1 } } }, { a: [3, 2, 1] }],
    [
      '$sort by field, then $slice',
      { a: [{ s: 3 }, { s: 1 }] },
      { $push: { a: { $each: [{ s: 2 }], $sort: { s: 1 }, $slice: 2 } } },
      { a: [{ s: 1 }, { s: 2 }] },
    ],
    ['an unknown modifier is refused', { a: [] }, { $push: { a: { $each: [1], $bogus: 1 } } }, refused()],
  ]),
  ...updates('MongoDB manual, $addToSet', [
    ['adds what is not there', { a: [1] }, { $addToSet: { a: 2 } }, { a: [1, 2] }],
    ['leaves what is there', { a: [1, 2] }, { $addToSet: { a: 2 } }, { a: [1, 2] }],
    ['an array is one value', { a: [1] }, { $addToSet: { a: [1] } }, { a: [1, [1]] }],
    ['$each adds each once', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    [
      'documents equal by fields in order',
      { a: [{ x: 1, y: 2 }] },
      { $addToSet: { a: { y: 2, x: 1 } } },
      {
        a: [
          { x: 1, y: 2 },
          { y: 2, x: 1 },
        ],
      },
    ],
    ['present repetitions stay', { a: [1, 1] }, { $addToSet: { a: 1 } }, { a: [1, 1] }],
    ['no array is refused', { a: 'x' }, { $addToSet: { a: 1 } }, refused()],
  ]),
  ...updates('MongoDB manual, $pop', [
    ['1 drops the last', { a: [1, 2, 3] }, { $pop: { a: 1 } }, { a: [1, 2] }],
    ['-1 drops the first', { a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
    ['an empty array stays', { a: [] }, { $pop: { a: 1 } }, { a: [] }],
    ['a missing field stays missing', { b: 1 }, { $pop: { a: 1 } }, { b: 1 }],
    ['no array is refused', { a: 1 }, { $pop: { a: 1 } }, refused()],
    ['other numbers are refused', { a: [1] }, { $pop: { a: 2 } }, refused()],
  ]),
  ...updates('MongoDB manual, $pull', [
    ['every equal value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['a condition', { a: [1, 5, 8] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    ['$in', { a: ['x', 'y', 'z'] }, { $pull: { a: { $in: ['x', 'z'] } } }, { a: ['y'] }],
    [
      'fields of embedded documents, others do not matter',
      {
        a: [
          { item: 'A', score: 5 },
          { item: 'B', score: 8, comment: 'c' },
        ],
      },
      { $pull: { a: { item: 'B', score: 8 } } },
      { a: [{ item: 'A', score: 5 }] },
    ],
    ['conditions on fields', { a: [{ q: 1 }, { q: 9 }] }, { $pull: { a: { q: { $gt: 3 } } } }, { a: [{ q: 1 }] }],
    [
      '$elemMatch into arrays of the elements',
      { a: [{ l: [{ q: 1, r: 9 }] }, { l: [{ q: 1, r: 1 }] }] },
      { $pull: { a: { l: { $elemMatch: { q: 1, r: { $gte: 8 } } } } } },
      { a: [{ l: [{ q: 1, r: 1 }] }] },
    ],
    ['an array equals whole elements only', { a: [[1, 2], [2, 1], 1] }, { $pull: { a: [1, 2] } }, { a: [[2, 1], 1] }],
    ['no array is refused', { a: 1 }, { $pull: { a: 1 } }, refused()],
  ]),
  ...updates('MongoDB manual, $pullAll', [
    ['every listed value', { a: [0, 2, 5, 5, 1, 0] }, { $pullAll: { a: [0, 5] } }, { a: [2, 1] }],
    [
      'documents by all their fields',
      { a: [{ x: 1 }, { x: 1, y: 1 }] },
      { $pullAll: { a: [{ x: 1 }] } },
      { a: [{ x: 1, y: 1 }] },
    ],
    ['needs an array', { a: [1] }, { $pullAll: { a: 1 } }, refused()],
  ]),
  ...updates('MongoDB manual, $[] (update)', [
    ['every element', { a: [1, 2] }, { $inc: { 'a.$[]': 10 } }, { a: [11, 12] }],
    ['a field of every element', { a: [{ b: 1 }, {}] }, { $set: { 'a.$[].b': 5 } }, { a: [{ b: 5 }, { b: 5 }] }],
    [
      'two levels',
      { a: [{ b: [1] }, { b: [2, 3] }] },
      { $mul: { 'a.$[].b.$[]': 2 } },
      { a: [{ b: [2] }, { b: [4, 6] }] },
    ],
    ['no array is refused', { a: 5 }, { $set: { 'a.$[]': 1 } }, refused()],
    ['a named one needs arrayFilters, which cannot be sent', { a: [1] }, { $set: { 'a.$[e]': 1 } }, refused()],
  ]),
  matched(
    'the first element that met the query',
    { a: [80, 85, 90] },
    { a: 85 },
    { $set: { 'a.$': 82 } },
    { a: [80, 82, 90] },
  ),
  matched('by a condition', { a: [1, 5, 9] }, { a: { $gt: 3 } }, { $inc: { 'a.$': 100 } }, { a: [1, 105, 9] }),
  matched(
    'a field of an embedded document',
    {
      g: [
        { grade: 80, std: 8 },
        { grade: 85, std: 5 },
      ],
    },
    { 'g.grade': 85 },
    { $set: { 'g.$.std': 6 } },
    {
      g: [
        { grade: 80, std: 8 },
        { grade: 85, std: 6 },
      ],
    },
  ),
  matched(
    'with $elemMatch',
    {
      g: [
        { grade: 80, mean: 75 },
        { grade: 85, mean: 90 },
        { grade: 85, mean: 85 },
      ],
    },
    { _id: 'x', g: { $elemMatch: { grade: { $lte: 90 }, mean: { $gt: 80 } } } },
    { $set: { 'g.$.std': 6 } },
    {
      g: [
        { grade: 80, mean: 75 },
        { grade: 85, mean: 90, std: 6 },
        { grade: 85, mean: 85 },
      ],
    },
  ),
  matched('an element becomes null by $unset', { a: [1, 2] }, { a: 2 }, { $unset: { 'a.$': '' } }, { a: [1, null] }),
  matched('a query that names no array is refused', { a: [1] }, { _id: 'x' }, { $set: { 'a.$': 1 } }, refused()),
  matched('twice in one path is refused', { a: [[1]] }, { a: [1] }, { $set: { 'a.$.$': 1 } }, refused()),
];
