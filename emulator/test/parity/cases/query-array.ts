import { queries, refused, type ParityCase } from '../case';

const results = [
  { _id: '1', results: [82, 85, 88] },
  { _id: '2', results: [75, 88, 89] },
];
const surveys = [
  {
    _id: '1',
    results: [
      { product: 'abc', score: 10 },
      { product: 'xyz', score: 5 },
    ],
  },
  {
    _id: '2',
    results: [
      { product: 'abc', score: 8 },
      { product: 'xyz', score: 7 },
    ],
  },
  {
    _id: '3',
    results: [
      { product: 'abc', score: 7 },
      { product: 'xyz', score: 8 },
    ],
  },
  {
    _id: '4',
    results: [
      { product: 'abc', score: 7 },
      { product: 'def', score: 8 },
    ],
  },
];
const tags = [
  { _id: '1', tags: ['school', 'book'] },
  { _id: '2', tags: ['school'] },
  { _id: '3', tags: 'school' },
  { _id: '4', tags: [['school', 'book']] },
  { _id: '5', tags: [] },
  { _id: '6' },
];
const nested = [
  { _id: '1', a: [{ b: [1, 2] }, { b: 3 }] },
  { _id: '2', a: { b: [{ c: 1 }, { c: 2 }] } },
  { _id: '3', a: [[{ b: 1 }]] },
  {
    _id: '4',
    a: [
      { b: 1, c: 1 },
      { b: 2, c: 2 },
    ],
  },
  { _id: '5', a: [5, { b: null }] },
  { _id: '6', a: { '0': { b: 7 } } },
  { _id: '7', a: [{ b: 7 }] },
];

export const arrayQueryCases: ParityCase[] = [
  ...queries('MongoDB manual, $elemMatch (query)', results, [
    ['one element meets all conditions', { results: { $elemMatch: { $gte: 80, $lt: 85 } } }, ['1']],
    ['without it two elements may share them', { results: { $gt: 85, $lt: 80 } }, ['2']],
    ['needs a document', { results: { $elemMatch: 5 } }, refused()],
  ]),
  ...queries('MongoDB manual, $elemMatch (array of embedded documents)', surveys, [
    ['one element meets all fields', { results: { $elemMatch: { product: 'xyz', score: { $gte: 8 } } } }, ['3']],
    ['a single condition', { results: { $elemMatch: { product: { $ne: 'xyz' } } } }, ['1', '2', '3', '4']],
    ['$not around it', { results: { $not: { $elemMatch: { product: 'xyz' } } } }, ['4']],
    ['without it two elements may share them', { 'results.product': 'xyz', 'results.score': 10 }, ['1']],
    ['logic inside', { results: { $elemMatch: { $or: [{ score: 10 }, { product: 'def' }] } } }, ['1', '4']],
  ]),
  ...queries('MongoDB manual, $elemMatch (values that are no array)', tags, [
    ['a scalar does not match', { tags: { $elemMatch: { $eq: 'school' } } }, ['1', '2']],
    [
      'scalar elements do not match a condition on fields; an array is a document of its positions',
      { tags: { $elemMatch: { sub: { $exists: false } } } },
      ['4'],
    ],
  ]),
  ...queries('MongoDB manual, $all', tags, [
    ['every value is an element, or the field itself', { tags: { $all: ['school'] } }, ['1', '2', '3']],
    ['in any order', { tags: { $all: ['book', 'school'] } }, ['1']],
    ['an array as a value matches an element', { tags: { $all: [['school', 'book']] } }, ['1', '4']],
    ['an empty list finds nothing', { tags: { $all: [] } }, []],
    ['needs an array', { tags: { $all: 'school' } }, refused()],
    ['takes no plain operators', { tags: { $all: [{ $gt: 1 }] } }, refused()],
  ]),
  ...queries('MongoDB manual, $all with $elemMatch', surveys, [
    [
      'each $elemMatch may be met by another element',
      { results: { $all: [{ $elemMatch: { product: 'abc', score: 7 } }, { $elemMatch: { product: 'xyz' } }] } },
      ['3'],
    ],
  ]),
  ...queries('MongoDB manual, $size', tags, [
    ['the number of elements', { tags: { $size: 2 } }, ['1']],
    ['nothing but arrays has a size', { tags: { $size: 0 } }, ['5']],
    ['an array in an array counts once', { tags: { $size: 1 } }, ['2', '4']],
    ['a negative size is refused', { tags: { $size: -1 } }, refused()],
    ['a text is refused', { tags: { $size: '1' } }, refused()],
  ]),
  ...queries('MongoDB manual, Query on Embedded/Nested Documents; Query an Array', nested, [
    ['a path enters the documents of an array', { 'a.b': 2 }, ['1', '4']],
    ['a path enters arrays at two levels', { 'a.b.c': 2 }, ['2']],
    ['an array inside an array is not entered', { 'a.b': 1 }, ['1', '4']],
    ['a number is a position', { 'a.0.b': 7 }, ['6', '7']],
    ['a position inside an array inside', { 'a.0.0.b': 1 }, ['3']],
    ['null finds elements that lack the field', { 'a.c': null }, ['1', '2', '5', '6', '7']],
    ['a position past the end is missing', { 'a.1': { $exists: true } }, ['1', '4', '5']],
    ['$exists through an array', { 'a.c': { $exists: true } }, ['4']],
    ['combined on one path, by different elements', { 'a.b': 1, 'a.c': 2 }, ['4']],
  ]),
];
