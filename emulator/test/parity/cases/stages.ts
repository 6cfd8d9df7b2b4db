import { pipelines, refused, type ParityCase } from '../case';

const art = [
  { _id: '1', title: 'Pillars', year: 1926, price: 199.99, tags: ['a', 'b'] },
  { _id: '2', title: 'Melancholy', year: 1902, price: 280, tags: ['b'] },
  { _id: '3', title: 'Dancer', year: 1925, price: 76.04, tags: [] },
  { _id: '4', title: 'Wave', price: 167.3 },
  { _id: '5', title: 'Persistence', year: 1931, price: 483, tags: 'a' },
  { _id: '6', title: 'Composition', year: 1913, price: 385, tags: null },
];
const sortId = { $sort: { _id: 1 } };
const ids = { $project: { _id: 1 } };

export const stageCases: ParityCase[] = [
  ...pipelines('MongoDB manual, $bucket', art, [
    [
      'each boundary is the lower, inclusive end; the rest goes to the default',
      [{ $bucket: { groupBy: '$year', boundaries: [1902, 1913, 1926], default: 'other' } }],
      [
        { _id: 1902, count: 1 },
        { _id: 1913, count: 2 },
        { _id: 'other', count: 3 },
      ],
    ],
    [
      'output takes accumulators',
      [
        {
          $bucket: {
            groupBy: '$price',
            boundaries: [0, 200, 400],
            default: 400,
            output: { n: { $sum: 1 }, titles: { $push: '$title' } },
          },
        },
      ],
      [
        { _id: 0, n: 3, titles: ['Pillars', 'Dancer', 'Wave'] },
        { _id: 200, n: 2, titles: ['Melancholy', 'Composition'] },
        { _id: 400, n: 1, titles: ['Persistence'] },
      ],
    ],
    ['a value in no bucket is refused', [{ $bucket: { groupBy: '$price', boundaries: [0, 200] } }], refused()],
    ['boundaries must ascend', [{ $bucket: { groupBy: '$price', boundaries: [5, 1] } }], refused()],
    [
      'a default among the boundaries is refused',
      [{ $bucket: { groupBy: '$price', boundaries: [0, 500], default: 100 } }],
      refused(),
    ],
  ]),
  ...pipelines('MongoDB manual, $bucketAuto', art, [
    [
      'even buckets; each but the last ends where the next begins',
      [{ $bucketAuto: { groupBy: '$price', buckets: 3 } }],
      [
        { _id: { min: 76.04, max: 199.99 }, count: 2 },
        { _id: { min: 199.99, max: 385 }, count: 2 },
        { _id: { min: 385, max: 483 }, count: 2 },
      ],
    ],
    [
      'equal values stay together',
      [
        { $project: { v: { $cond: [{ $gt: ['$price', 200] }, 2, 1] } } },
        { $bucketAuto: { groupBy: '$v', buckets: 4 } },
      ],
      [
        { _id: { min: 1, max: 2 }, count: 3 },
        { _id: { min: 2, max: 2 }, count: 3 },
      ],
    ],
    ['buckets must be positive', [{ $bucketAuto: { groupBy: '$price', buckets: 0 } }], refused()],
  ]),
  ...pipelines('MongoDB manual, $sortByCount', art, [
    [
      'counts values, most first',
      [{ $unwind: '$tags' }, { $sortByCount: '$tags' }, { $limit: 1 }, { $project: { count: 1, _id: 0 } }],
      [{ count: 2 }],
    ],
  ]),
  ...pipelines('MongoDB manual, $count', art, [
    ['the number of documents', [{ $match: { year: { $gt: 1920 } } }, { $count: 'n' }], [{ n: 3 }]],
    ['nothing counted gives nothing', [{ $match: { year: 1 } }, { $count: 'n' }], []],
    ['the name must not be empty', [{ $count: '' }], refused()],
    ['the name must not begin with $', [{ $count: '$n' }], refused()],
  ]),
  ...pipelines('MongoDB manual, $unwind', art, [
    [
      'one document an element; none for missing, null and empty; a scalar counts as one',
      [{ $unwind: '$tags' }, sortId, { $project: { tags: 1 } }],
      [
        { _id: '1', tags: 'a' },
        { _id: '1', tags: 'b' },
        { _id: '2', tags: 'b' },
        { _id: '5', tags: 'a' },
      ],
    ],
    [
      'preserveNullAndEmptyArrays keeps the others',
      [
        { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true } },
        { $match: { _id: { $in: ['3', '4', '6'] } } },
        { $project: { tags: 1 } },
      ],
      [{ _id: '3' }, { _id: '4' }, { _id: '6', tags: null }],
    ],
    [
      'includeArrayIndex numbers the elements; null where there was no array',
      [
        { $match: { _id: { $in: ['1', '5'] } } },
        { $unwind: { path: '$tags', includeArrayIndex: 'i' } },
        { $project: { i: 1 } },
      ],
      [
        { _id: '1', i: 0 },
        { _id: '1', i: 1 },
        { _id: '5', i: null },
      ],
    ],
    ['the path needs its $', [{ $unwind: 'tags' }], refused()],
  ]),
  ...pipelines('MongoDB manual, $group', art, [
    [
      'null groups all',
      [{ $group: { _id: null, n: { $sum: 1 }, total: { $sum: '$year' } } }],
      [{ _id: null, n: 6, total: 9597 }],
    ],
    [
      'a missing value groups as null',
      [{ $group: { _id: '$year', n: { $sum: 1 } } }, { $match: { _id: null } }],
      [{ _id: null, n: 1 }],
    ],
    [
      '$avg leaves out what is no number; $min and $max leave out null',
      [{ $group: { _id: null, a: { $avg: '$year' }, lo: { $min: '$year' }, hi: { $max: '$year' } } }],
      [{ _id: null, a: 1919.4, lo: 1902, hi: 1931 }],
    ],
    [
      '$first and $last follow the order',
      [{ $sort: { price: 1 } }, { $group: { _id: null, f: { $first: '$_id' }, l: { $last: '$_id' } } }],
      [{ _id: null, f: '3', l: '5' }],
    ],
    [
      '$push leaves out missing values, keeps null',
      [sortId, { $group: { _id: null, tags: { $push: '$tags' } } }],
      [{ _id: null, tags: [['a', 'b'], ['b'], [], 'a', null] }],
    ],
    [
      'an embedded key',
      [{ $match: { _id: '1' } }, { $group: { _id: { y: '$year', t: '$title' }, n: { $sum: 1 } } }],
      [{ _id: { y: 1926, t: 'Pillars' }, n: 1 }],
    ],
    [
      '$stdDevSamp of one value is null',
      [{ $match: { _id: '1' } }, { $group: { _id: 1, s: { $stdDevSamp: '$year' } } }],
      [{ _id: 1, s: null }],
    ],
    [
      '$mergeObjects',
      [{ $match: { _id: '1' } }, { $group: { _id: 1, o: { $mergeObjects: { y: '$year' } } } }],
      [{ _id: 1, o: { y: 1926 } }],
    ],
    ['needs an _id', [{ $group: { n: { $sum: 1 } } }], refused()],
    ['an unknown accumulator is refused', [{ $group: { _id: 1, n: { $bogus: 1 } } }], refused()],
    ['a field that is no accumulator is refused', [{ $group: { _id: 1, n: '$year' } }], refused()],
  ]),
  ...pipelines('MongoDB manual, $project', art, [
    ['keeps the id unless told', [{ $match: { _id: '1' } }, { $project: { year: 1 } }], [{ _id: '1', year: 1926 }]],
    ['leaves fields out', [{ $match: { _id: '4' } }, { $project: { price: 0, _id: 0 } }], [{ title: 'Wave' }]],
    ['mixing is refused', [{ $project: { year: 1, price: 0 } }], refused()],
    [
      '$$REMOVE leaves a field out',
      [{ $match: { _id: '1' } }, { $project: { year: { $cond: [true, '$$REMOVE', 1] } } }],
      [{ _id: '1' }],
    ],
    ['embedded results', [{ $match: { _id: '1' } }, { $project: { _id: 0, 'a.b': '$year' } }], [{ a: { b: 1926 } }]],
    ['an empty projection is refused', [{ $project: {} }], refused()],
  ]),
  ...pipelines('MongoDB manual, $addFields', art, [
    [
      'adds to what is there',
      [{ $match: { _id: '4' } }, { $addFields: { half: { $divide: ['$price', 2] }, 'o.x': 1 } }],
      [{ _id: '4', title: 'Wave', price: 167.3, half: 83.65, o: { x: 1 } }],
    ],
    [
      'a missing value adds nothing',
      [{ $match: { _id: '4' } }, { $addFields: { y: '$year' } }],
      [{ _id: '4', title: 'Wave', price: 167.3 }],
    ],
  ]),
  ...pipelines('MongoDB manual, $replaceRoot', art, [
    [
      'a document takes the place',
      [{ $match: { _id: '1' } }, { $replaceRoot: { newRoot: { y: '$year' } } }],
      [{ y: 1926 }],
    ],
    ['a missing one is refused', [{ $replaceRoot: { newRoot: '$nothing' } }], refused()],
    ['no document is refused', [{ $replaceRoot: { newRoot: '$title' } }], refused()],
  ]),
  ...pipelines('MongoDB manual, $sample', art, [
    ['as many as asked for', [{ $sample: { size: 3 } }, { $count: 'n' }], [{ n: 3 }]],
    ['no more than there are', [{ $sample: { size: 100 } }, { $count: 'n' }], [{ n: 6 }]],
    ['a negative size is refused', [{ $sample: { size: -1 } }], refused()],
  ]),
  ...pipelines('MongoDB manual, $sort $skip $limit', art, [
    ['in their order', [{ $sort: { price: -1 } }, { $skip: 1 }, { $limit: 2 }, ids], [{ _id: '6' }, { _id: '2' }]],
    ['$limit before $sort', [sortId, { $limit: 2 }, { $sort: { _id: -1 } }, ids], [{ _id: '2' }, { _id: '1' }]],
    ['a limit of 0 is refused', [{ $limit: 0 }], refused()],
    ['a negative skip is refused', [{ $skip: -1 }], refused()],
    ['another direction is refused', [{ $sort: { a: 2 } }], refused()],
  ]),
  ...pipelines('MongoDB manual, $lookup', art, [
    [
      'joins the same collection by equality; an array joins by its elements',
      [
        { $match: { _id: '1' } },
        { $lookup: { from: 'parity', localField: 'tags', foreignField: 'tags', as: 'same' } },
        { $project: { n: { $size: '$same' } } },
      ],
      [{ _id: '1', n: 3 }],
    ],
    [
      'a missing field joins null and missing',
      [
        { $match: { _id: '4' } },
        { $lookup: { from: 'parity', localField: 'year', foreignField: 'tags', as: 'j' } },
        { $project: { j: '$j._id' } },
      ],
      [{ _id: '4', j: ['4', '6'] }],
    ],
    [
      'a pipeline with variables',
      [
        { $match: { _id: '2' } },
        {
          $lookup: {
            from: 'parity',
            let: { p: '$price' },
            pipeline: [{ $match: { $expr: { $gt: ['$price', '$$p'] } } }, sortId, { $project: { _id: 1 } }],
            as: 'j',
          },
        },
        { $project: { j: 1 } },
      ],
      [{ _id: '2', j: [{ _id: '5' }, { _id: '6' }] }],
    ],
    [
      'a missing collection joins nothing',
      [
        { $match: { _id: '4' } },
        { $lookup: { from: 'parity_none', localField: 'a', foreignField: 'b', as: 'j' } },
        { $project: { j: 1 } },
      ],
      [{ _id: '4', j: [] }],
    ],
    ['needs its fields', [{ $lookup: { from: 'parity', as: 'x' } }], refused()],
  ]),
  ...pipelines('MongoDB manual, aggregation stages (the list)', art, [
    ['an unknown stage is refused', [{ $bogus: {} }], refused()],
    ['a $match with an unknown operator is refused', [{ $match: { a: { $bogus: 1 } } }], refused()],
    ['a later $match is checked too', [{ $project: { a: 1 } }, { $match: { a: { $bogus: 1 } } }], refused()],
    [
      '$facet runs several pipelines',
      [{ $facet: { n: [{ $count: 'n' }], one: [sortId, { $limit: 1 }, ids] } }],
      [{ n: [{ n: 6 }], one: [{ _id: '1' }] }],
    ],
  ]),
];
