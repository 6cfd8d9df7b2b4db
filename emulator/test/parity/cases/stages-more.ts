import { pipelines, refused, type ParityCase } from '../case';
import type { Doc } from '../../integration/database/sdk';

const people = [
  { _id: 1, name: 'Dev', boss: null, pay: 10, tags: ['x', 'y'] },
  { _id: 2, name: 'Eliot', boss: 'Dev', pay: 20, secret: { level: 5, plan: 'p' } },
  { _id: 3, name: 'Ron', boss: 'Eliot', pay: 30 },
  { _id: 4, name: 'Asya', boss: 'Ron', pay: 0 },
];
const byId = { $sort: { _id: 1 } };
const only = (...names: string[]): Doc => ({
  $project: Object.fromEntries(['_id', ...names].map((name) => [name, 1])),
});
const graph = { from: 'parity', startWith: '$boss', connectFromField: 'boss', connectToField: 'name', as: 'chain' };

export const moreStageCases: ParityCase[] = [
  ...pipelines('MongoDB manual, $graphLookup', people, [
    [
      'follows connections, each document once, with its depth',
      [
        { $match: { _id: 4 } },
        { $graphLookup: { ...graph, depthField: 'd' } },
        { $unwind: '$chain' },
        { $sort: { 'chain.d': 1 } },
        { $project: { _id: 0, n: '$chain.name', d: '$chain.d' } },
      ],
      [
        { n: 'Ron', d: 0 },
        { n: 'Eliot', d: 1 },
        { n: 'Dev', d: 2 },
      ],
    ],
    [
      'maxDepth and restrictSearchWithMatch',
      [
        { $match: { _id: 4 } },
        { $graphLookup: { ...graph, maxDepth: 1, restrictSearchWithMatch: { pay: { $lt: 30 } } } },
        { $project: { _id: 0, n: '$chain.name' } },
      ],
      [{ n: [] }],
    ],
    ['needs its fields', [{ $graphLookup: { from: 'parity', as: 'x' } }], refused()],
  ]),
  ...pipelines('MongoDB manual, $unionWith', people, [
    [
      'another collection’s documents follow',
      [{ $match: { _id: 1 } }, { $unionWith: { coll: 'parity', pipeline: [{ $match: { _id: 2 } }] } }, only()],
      [{ _id: 1 }, { _id: 2 }],
    ],
    ['a missing collection adds none', [{ $match: { _id: 1 } }, { $unionWith: 'parity_none' }, only()], [{ _id: 1 }]],
  ]),
  ...pipelines('MongoDB manual, $replaceWith', people, [
    [
      'an expression',
      [{ $match: { _id: 2 } }, { $replaceWith: { $mergeObjects: [{ a: 1 }, '$secret'] } }],
      [{ a: 1, level: 5, plan: 'p' }],
    ],
    ['no document is refused', [{ $replaceWith: '$name' }], refused()],
  ]),
  ...pipelines('MongoDB manual, $redact', people, [
    [
      'prunes embedded documents',
      [{ $match: { _id: 2 } }, { $redact: { $cond: [{ $gt: ['$level', 3] }, '$$PRUNE', '$$DESCEND'] } }],
      [{ _id: 2, name: 'Eliot', boss: 'Dev', pay: 20 }],
    ],
    [
      '$$KEEP keeps everything below',
      [{ $match: { _id: 3 } }, { $redact: '$$KEEP' }, only('pay')],
      [{ _id: 3, pay: 30 }],
    ],
    ['another result is refused', [{ $redact: 'no' }], refused()],
  ]),
  ...pipelines('MongoDB manual, $unset, $set and $project with paths', people, [
    [
      '$unset of a path',
      [{ $match: { _id: 2 } }, { $unset: ['secret.level', 'boss', 'name', 'pay'] }],
      [{ _id: 2, secret: { plan: 'p' } }],
    ],
    [
      '$set into each element',
      [{ $match: { _id: 1 } }, { $set: { 'tags.k': '$pay' } }, only('tags')],
      [{ _id: 1, tags: [{ k: 10 }, { k: 10 }] }],
    ],
    [
      '$set of an object adds to it',
      [{ $match: { _id: 2 } }, { $set: { secret: { n: 1 } } }, only('secret')],
      [{ _id: 2, secret: { level: 5, plan: 'p', n: 1 } }],
    ],
    ['$project of a literal text', [{ $match: { _id: 1 } }, { $project: { a: 'x' } }], [{ _id: 1, a: 'x' }]],
    ['exclusion with a computed field is refused', [{ $project: { name: 0, a: '$pay' } }], refused()],
    ['paths that collide are refused', [{ $project: { secret: 1, 'secret.plan': 1 } }], refused()],
    ['an operator beside a field is refused', [{ $project: { a: { $add: [1, 2], b: 1 } } }], refused()],
    ['$unset needs names', [{ $unset: '$name' }], refused()],
  ]),
  ...pipelines('MongoDB manual, accumulators', people, [
    [
      '$firstN, $lastN, $minN, $maxN',
      [
        byId,
        {
          $group: {
            _id: null,
            f: { $firstN: { input: '$name', n: 2 } },
            l: { $lastN: { input: '$name', n: 1 } },
            a: { $minN: { input: '$pay', n: 2 } },
            z: { $maxN: { input: '$pay', n: 1 } },
          },
        },
      ],
      [{ _id: null, f: ['Dev', 'Eliot'], l: ['Asya'], a: [0, 10], z: [30] }],
    ],
    [
      '$top, $topN, $bottom, $bottomN',
      [
        {
          $group: {
            _id: null,
            t: { $top: { sortBy: { pay: -1 }, output: '$name' } },
            tn: { $topN: { n: 2, sortBy: { pay: -1 }, output: ['$name', '$pay'] } },
            b: { $bottom: { sortBy: { pay: -1 }, output: '$name' } },
            bn: { $bottomN: { n: 2, sortBy: { pay: -1 }, output: '$name' } },
          },
        },
      ],
      [
        {
          _id: null,
          t: 'Ron',
          tn: [
            ['Ron', 30],
            ['Eliot', 20],
          ],
          b: 'Asya',
          bn: ['Dev', 'Asya'],
        },
      ],
    ],
    [
      '$median and $percentile',
      [
        {
          $group: {
            _id: null,
            m: { $median: { input: '$pay', method: 'approximate' } },
            p: { $percentile: { input: '$pay', p: [0.25, 0.95], method: 'approximate' } },
          },
        },
      ],
      [{ _id: null, m: 10, p: [0, 30] }],
    ],
    [
      '$sum passes over what is no number',
      [{ $group: { _id: null, n: { $sum: '$name' }, a: { $avg: '$name' } } }],
      [{ _id: null, n: 0, a: null }],
    ],
    [
      '$addToSet by value',
      [{ $group: { _id: null, s: { $addToSet: { $gt: ['$pay', 5] } } } }, { $project: { n: { $size: '$s' } } }],
      [{ _id: null, n: 2 }],
    ],
    [
      'dates and arrays group by value',
      [{ $group: { _id: ['$missing', { $literal: new Date(0) }], n: { $count: {} } } }],
      [{ _id: [null, new Date(0)], n: 4 }],
    ],
    ['$count takes nothing', [{ $group: { _id: null, n: { $count: 1 } } }], refused()],
    ['a group field with a dot is refused', [{ $group: { _id: null, 'a.b': { $sum: 1 } } }], refused()],
  ]),
  ...pipelines('MongoDB manual, $lookup', people, [
    [
      'fields and a pipeline together',
      [
        { $match: { _id: 2 } },
        {
          $lookup: {
            from: 'parity',
            localField: 'boss',
            foreignField: 'name',
            let: { p: '$pay' },
            pipeline: [{ $project: { less: { $subtract: ['$$p', '$pay'] } } }],
            as: 'b',
          },
        },
        only('b'),
      ],
      [{ _id: 2, b: [{ _id: 1, less: 10 }] }],
    ],
    [
      'an unknown variable is refused though nothing is joined',
      [{ $match: { _id: 99 } }, { $lookup: { from: 'parity', pipeline: [{ $match: { $expr: '$$who' } }], as: 'b' } }],
      refused(),
    ],
  ]),
  ...pipelines('MongoDB manual, $unwind', people, [
    [
      'below a document',
      [
        { $match: { _id: 2 } },
        { $set: { 'secret.l': [1, 2] } },
        { $unwind: '$secret.l' },
        { $project: { _id: 0, l: '$secret.l' } },
      ],
      [{ l: 1 }, { l: 2 }],
    ],
    ['an unknown option is refused', [{ $unwind: { path: '$tags', more: true } }], refused()],
  ]),
];
