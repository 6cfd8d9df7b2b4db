import { pipelines, refused, type ParityCase } from '../case';
import type { Doc } from '../../integration/database/sdk';

const numbers = [1, 2, 3, 5, 8, 13, 21, 34].map((v, _id) => ({ _id, v }));
const auto = (granularity: string, buckets = 3): Doc => ({ $bucketAuto: { groupBy: '$v', buckets, granularity } });
const bounds = { $project: { _id: 0, b: ['$_id.min', '$_id.max'], count: 1 } };
const rows = (...list: [min: number, max: number, count: number][]): Doc[] =>
  list.map(([min, max, count]) => ({ b: [min, max], count }));
const day = (n: number): Date => new Date(Date.UTC(2026, 0, n));
const sales = [
  { _id: 1, shop: 'a', at: day(1), n: 10 },
  { _id: 2, shop: 'a', at: day(2), n: 20 },
  { _id: 3, shop: 'a', at: day(4), n: 20 },
  { _id: 4, shop: 'b', at: day(1), n: 5 },
  { _id: 5, shop: 'b', at: day(3), n: null },
];
const fields = (output: object, sortBy: Doc | null = { at: 1 }): Doc[] => [
  { $setWindowFields: { partitionBy: '$shop', ...(sortBy ? { sortBy } : {}), output: { v: output } } },
  { $sort: { _id: 1 } },
  { $project: { _id: 0, v: 1 } },
];
const values = (...list: unknown[]): Doc[] => list.map((v) => ({ v }));

export const seriesCases: ParityCase[] = [
  ...pipelines('MongoDB manual, $bucketAuto: granularity', numbers, [
    ['POWERSOF2', [auto('POWERSOF2'), bounds], rows([0.5, 4, 3], [4, 16, 3], [16, 64, 2])],
    ['1-2-5', [auto('1-2-5'), bounds], rows([0.5, 5, 3], [5, 20, 3], [20, 50, 2])],
    ['R5', [auto('R5'), bounds], rows([0.63, 4, 3], [4, 16, 3], [16, 40, 2])],
    ['E6', [auto('E6'), bounds], rows([0.68, 33 * 0.1, 3], [33 * 0.1, 15, 3], [15, 47, 2])],
    ['a series that does not exist', [auto('E7')], refused()],
    ['a text among the values', [{ $set: { v: 'x' } }, auto('R10')], refused()],
    ['a negative value', [{ $set: { v: -1 } }, auto('E192')], refused()],
  ]),
  ...pipelines('MongoDB manual, $setWindowFields', sales, [
    ['the whole partition without a window', fields({ $sum: '$n' }, null), values(50, 50, 50, 5, 5)],
    [
      'from the first to the current',
      fields({ $sum: '$n', window: { documents: ['unbounded', 'current'] } }),
      values(10, 30, 50, 5, 5),
    ],
    [
      'one before and one after',
      fields({ $push: '$_id', window: { documents: [-1, 1] } }),
      values([1, 2], [1, 2, 3], [2, 3], [4, 5], [4, 5]),
    ],
    [
      'a range of time',
      fields({ $push: '$_id', window: { range: [-1, 0], unit: 'day' } }),
      values([1], [1, 2], [3], [4], [5]),
    ],
    ['a range of numbers', fields({ $count: {}, window: { range: [-5, 0] } }, { _id: 1 }), values(1, 2, 3, 1, 2)],
    ['$rank', fields({ $rank: {} }, { n: 1 }), values(1, 2, 2, 2, 1)],
    ['$denseRank', fields({ $denseRank: {} }, { n: -1 }), values(2, 1, 1, 1, 2)],
    ['$documentNumber', fields({ $documentNumber: {} }), values(1, 2, 3, 1, 2)],
    ['$shift', fields({ $shift: { output: '$_id', by: 1, default: 'none' } }), values(2, 3, 'none', 5, 'none')],
    ['$locf', fields({ $locf: '$n' }), values(10, 20, 20, 5, 5)],
    ['$linearFill', fields({ $linearFill: '$n' }), values(10, 20, 20, 5, null)],
    [
      '$expMovingAvg',
      [{ $match: { shop: 'a' } }, ...fields({ $expMovingAvg: { input: '$n', N: 3 } })],
      values(10, 15, 17.5),
    ],
    [
      '$derivative',
      [
        { $match: { shop: 'a' } },
        ...fields({ $derivative: { input: '$n', unit: 'day' }, window: { documents: [-1, 0] } }),
      ],
      values(null, 10, 0),
    ],
    [
      '$integral',
      [
        { $match: { shop: 'a' } },
        ...fields({ $integral: { input: '$n', unit: 'day' }, window: { documents: ['unbounded', 'current'] } }),
      ],
      values(0, 15, 55),
    ],
    [
      '$covariancePop',
      [{ $match: { shop: 'a' } }, ...fields({ $covariancePop: ['$_id', '$n'] })],
      values(10 / 3, 10 / 3, 10 / 3),
    ],
    ['$covarianceSamp', [{ $match: { shop: 'a' } }, ...fields({ $covarianceSamp: ['$_id', '$n'] })], values(5, 5, 5)],
    ['$rank needs an order', fields({ $rank: {} }, null), refused()],
    ['a range needs an order', fields({ $sum: '$n', window: { range: [0, 1] } }, null), refused()],
    ['bounds must not cross', fields({ $sum: '$n', window: { documents: [1, -1] } }), refused()],
  ]),
  ...pipelines('MongoDB manual, $densify', sales, [
    [
      'the days between, in each partition',
      [
        {
          $densify: { field: 'at', partitionByFields: ['shop'], range: { step: 1, unit: 'day', bounds: 'partition' } },
        },
        { $match: { _id: { $exists: false } } },
        { $sort: { shop: 1 } },
      ],
      [
        { shop: 'a', at: day(3) },
        { shop: 'b', at: day(2) },
      ],
    ],
    [
      'numbers between two bounds',
      [
        { $match: { _id: 1 } },
        { $densify: { field: 'n', range: { step: 5, bounds: [0, 15] } } },
        { $project: { _id: 0, n: 1 } },
      ],
      [{ n: 0 }, { n: 5 }, { n: 10 }],
    ],
    ['a step of 0 is refused', [{ $densify: { field: 'n', range: { step: 0, bounds: 'full' } } }], refused()],
  ]),
  ...pipelines('MongoDB manual, $fill', sales, [
    [
      'with a value',
      [{ $fill: { output: { n: { value: 0 } } } }, { $match: { n: 0 } }, { $project: { n: 1 } }],
      [{ _id: 5, n: 0 }],
    ],
    [
      'with the last one observed',
      [
        { $fill: { partitionBy: '$shop', sortBy: { at: 1 }, output: { n: { method: 'locf' } } } },
        { $match: { _id: 5 } },
        { $project: { n: 1 } },
      ],
      [{ _id: 5, n: 5 }],
    ],
    [
      'linear between two',
      [
        { $match: { shop: 'a' } },
        { $set: { n: { $cond: [{ $eq: ['$_id', 2] }, null, '$n'] } } },
        { $fill: { sortBy: { _id: 1 }, output: { n: { method: 'linear' } } } },
        { $match: { _id: 2 } },
        { $project: { n: 1 } },
      ],
      [{ _id: 2, n: 15 }],
    ],
    ['a method needs an order', [{ $fill: { output: { n: { method: 'locf' } } } }], refused()],
  ]),
];
