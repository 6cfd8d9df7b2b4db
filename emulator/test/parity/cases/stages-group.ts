import { pipelines, type ParityCase } from '../case';

/** What holds though documents pass a pipeline one by one. */
const sales = [
  { _id: '1', shop: 'a', n: 5, zero: 1 },
  { _id: '2', shop: null, n: 'x', zero: 0 },
  { _id: '3', n: null, zero: 0 },
  { _id: '4', shop: 'a', zero: 0 },
  { _id: '5', shop: 'b', n: 2.5, zero: 0 },
  { _id: '6', shop: 'b', n: -1, zero: 0 },
];
const byId = { $sort: { _id: 1 } };
const none = { $match: { _id: 'none' } };

const numbers = [
  { _id: '1', v: 1 },
  { _id: '2', v: 'decimal' },
  { _id: '3', v: '1' },
  { _id: '4', v: true },
  { _id: '5', v: NaN },
  { _id: '6', v: NaN },
  { _id: '7', v: 0 },
  { _id: '8', v: -0 },
  { _id: '9', v: [1] },
];

/** The SDK does not send every kind of number as it is. */
const asDecimal = { $set: { v: { $cond: [{ $eq: ['$v', 'decimal'] }, { $toDecimal: '1.0' }, '$v'] } } };

export const groupCases: ParityCase[] = [
  ...pipelines('MongoDB manual, $group', sales, [
    [
      'null and missing are one group, and its value is null',
      [{ $group: { _id: '$shop', ids: { $sum: 1 } } }, byId],
      [
        { _id: null, ids: 2 },
        { _id: 'a', ids: 2 },
        { _id: 'b', ids: 2 },
      ],
    ],
    [
      'a field that is missing is left out of a document that is grouped by',
      [{ $group: { _id: { s: '$shop' }, n: { $sum: 1 } } }, { $match: { _id: {} } }],
      [{ _id: {}, n: 1 }],
    ],
    [
      '$first and $last follow the order of a $sort; what is missing is null',
      [{ $sort: { _id: -1 } }, { $group: { _id: '$shop', f: { $first: '$n' }, l: { $last: '$n' } } }, byId],
      [
        { _id: null, f: null, l: 'x' },
        { _id: 'a', f: null, l: 5 },
        { _id: 'b', f: -1, l: 2.5 },
      ],
    ],
    [
      'sums and averages pass over what is no number; the extremes over null and missing only',
      [
        {
          $group: {
            _id: null,
            sum: { $sum: '$n' },
            avg: { $avg: '$n' },
            min: { $min: '$n' },
            max: { $max: '$n' },
            pushed: { $push: '$n' },
          },
        },
        { $project: { sum: 1, avg: { $gt: ['$avg', 2.16] }, min: 1, max: 1, pushed: { $size: '$pushed' } } },
      ],
      [{ _id: null, sum: 6.5, avg: true, min: -1, max: 'x', pushed: 5 }],
    ],
    [
      'no numbers have a sum of 0, and no average, extreme or deviation',
      [
        { $match: { _id: '2' } },
        {
          $group: {
            _id: null,
            ...{ s: { $sum: '$n' }, a: { $avg: '$n' }, m: { $min: '$none' }, d: { $stdDevPop: '$n' } },
            ...{ p: { $push: '$none' }, o: { $mergeObjects: '$none' } },
          },
        },
      ],
      [{ _id: null, s: 0, a: null, m: null, d: null, p: [], o: {} }],
    ],
    ['no documents make no group', [none, { $group: { _id: null, n: { $sum: 1 } } }], []],
    ['no documents make no bucket', [none, { $bucket: { groupBy: '$zero', boundaries: [0, 1] } }], []],
    ['no documents make no automatic bucket', [none, { $bucketAuto: { groupBy: '$zero', buckets: 2 } }], []],
    ['no documents are sorted by no count', [none, { $sortByCount: '$shop' }], []],
  ]),
  ...pipelines('MongoDB manual, $group (comparison of values)', numbers, [
    [
      'numbers of equal value are one group whatever their type, NaN among themselves; texts and truth values are others',
      [
        asDecimal,
        { $group: { _id: '$v', ids: { $push: '$_id' } } },
        { $sort: { 'ids.0': 1 } },
        { $project: { _id: 0 } },
      ],
      [{ ids: ['1', '2'] }, { ids: ['3'] }, { ids: ['4'] }, { ids: ['5', '6'] }, { ids: ['7', '8'] }, { ids: ['9'] }],
    ],
    [
      'a set tells values apart as groups do',
      [asDecimal, { $group: { _id: null, s: { $addToSet: '$v' } } }, { $project: { _id: 0, n: { $size: '$s' } } }],
      [{ n: 6 }],
    ],
  ]),
  ...pipelines('MongoDB manual, $facet, $sort and $limit', sales, [
    [
      'each branch of a $facet sees every document, whatever another leaves out',
      [
        byId,
        {
          $facet: {
            page: [{ $skip: 1 }, { $limit: 2 }, { $project: { _id: 1 } }],
            total: [{ $count: 'n' }],
            shops: [{ $group: { _id: '$shop' } }, { $count: 'n' }],
          },
        },
      ],
      [{ page: [{ _id: '2' }, { _id: '3' }], total: [{ n: 6 }], shops: [{ n: 3 }] }],
    ],
    [
      'a $facet of nothing is one document of empty lists',
      [none, { $facet: { page: [{ $limit: 2 }], total: [{ $count: 'n' }] } }],
      [{ page: [], total: [] }],
    ],
    [
      'a $limit after other stages takes the first of the order',
      [
        { $match: { zero: 0 } },
        { $set: { key: { $concat: ['k', '$_id'] } } },
        { $sort: { key: -1 } },
        { $project: { key: 1 } },
        { $skip: 1 },
        { $limit: 2 },
      ],
      [
        { _id: '5', key: 'k5' },
        { _id: '4', key: 'k4' },
      ],
    ],
    [
      'an $unwind between $sort and $limit is not overlooked',
      [{ $set: { v: [1, 2] } }, { $sort: { _id: -1 } }, { $unwind: '$v' }, { $limit: 3 }, { $project: { v: 1 } }],
      [
        { _id: '6', v: 1 },
        { _id: '6', v: 2 },
        { _id: '5', v: 1 },
      ],
    ],
    [
      'a $match between $sort and $limit is not overlooked',
      [{ $set: { k: 1 } }, { $sort: { _id: 1 } }, { $match: { shop: 'b' } }, { $limit: 1 }, { $project: { shop: 1 } }],
      [{ _id: '5', shop: 'b' }],
    ],
  ]),
];
