import { pipelines, refused, type ParityCase } from '../case';
import type { Doc } from '../../integration/database/sdk';

const point = (longitude: number, latitude: number): Doc => ({ type: 'Point', coordinates: [longitude, latitude] });
const places = [
  { _id: 'a', loc: point(0, 0), kind: 1 },
  { _id: 'b', loc: [0, 1], kind: 2 },
  { _id: 'c', loc: { lng: 0, lat: 2 }, kind: 1 },
  { _id: 'many', loc: [point(100, 10), point(0, 3)], kind: 2 },
  { _id: 'null', loc: null },
  { _id: 'without' },
];
const near = (name: string, condition: unknown, expect: unknown): ParityCase => ({
  name,
  source: 'MongoDB manual, $near and $nearSphere with a 2dsphere index',
  arrange: places,
  act: async ({ raw }) => (await raw.where({ loc: condition }).get()).data.map(({ _id }) => _id),
  expect,
});
const adding = (name: string, loc: unknown, expect: unknown): ParityCase => ({
  name,
  source: 'MongoDB manual, 2dsphere indexes: what may be stored',
  arrange: [],
  act: async ({ raw }) => (await raw.add({ _id: 'x', loc })).id,
  expect,
});
const round = { $project: { d: { $round: ['$d', 3] } } };

export const geoIndexCases: ParityCase[] = [
  near('points in every form; a list by its nearest; none without one', { $nearSphere: { $geometry: point(0, 0) } }, [
    'a',
    'b',
    'c',
    'many',
  ]),
  near('$near with GeoJSON is the same', { $near: { $geometry: point(0, 2), $maxDistance: 112_000 } }, [
    'c',
    'b',
    'many',
  ]),
  near('a pair measures in radians', { $nearSphere: [0, 0], $maxDistance: 0.02 }, ['a', 'b']),
  near('$near with a pair needs a flat index', { $near: [0, 0] }, refused()),
  near('a negative distance', { $near: { $geometry: point(0, 0), $maxDistance: -1 } }, refused()),
  near(
    'a centre that is no point',
    {
      $near: {
        $geometry: {
          type: 'LineString',
          coordinates: [
            [0, 0],
            [1, 1],
          ],
        },
      },
    },
    refused(),
  ),
  {
    name: 'skip and limit count from the nearest; another order may be asked for',
    source: 'MongoDB manual, $near and $nearSphere with a 2dsphere index',
    arrange: places,
    act: async ({ raw }) => {
      const found = raw.where({ loc: { $near: { $geometry: point(0, 0) } } });
      const ids = async (query: typeof found): Promise<unknown[]> => (await query.get()).data.map(({ _id }) => _id);
      return [await ids(found.skip(1).limit(2)), await ids(found.orderBy('_id', 'desc').limit(2))];
    },
    expect: [
      ['b', 'c'],
      ['many', 'c'],
    ],
  },
  adding('a text', 'somewhere', refused()),
  adding('a GeoJSON type that does not exist', { type: 'Circle', coordinates: [0, 0] }, refused()),
  adding('a longitude out of range', point(181, 0), refused()),
  adding(
    'an open ring',
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      ],
    },
    refused(),
  ),
  adding('a list with one bad member', [point(0, 0), { type: 'Point' }], refused()),
  adding('an empty list', [], 'x'),
  {
    name: 'a bad geometry by update',
    source: 'MongoDB manual, 2dsphere indexes: what may be stored',
    arrange: places,
    act: ({ raw }) => raw.where({ _id: 'a' }).update({ $set: { loc: point(0, 100) } }),
    expect: refused(),
  },
  ...pipelines('MongoDB manual, $geoNear: every field', places, [
    [
      'minDistance and maxDistance in metres',
      [
        {
          $geoNear: { near: point(0, 0), distanceField: 'd', spherical: true, minDistance: 1000, maxDistance: 250_000 },
        },
        round,
      ],
      [
        { _id: 'b', d: 111_318.845 },
        { _id: 'c', d: 222_637.69 },
      ],
    ],
    [
      'a pair with spherical: radians, by the multiplier kilometres',
      [
        {
          $geoNear: {
            near: [0, 0],
            distanceField: 'd',
            spherical: true,
            maxDistance: 0.02,
            distanceMultiplier: 6378.1,
          },
        },
        round,
      ],
      [
        { _id: 'a', d: 0 },
        { _id: 'b', d: 111.319 },
      ],
    ],
    [
      'includeLocs gives the nearest of a list',
      [
        { $geoNear: { near: point(0, 3), distanceField: 'd', spherical: true, maxDistance: 1, includeLocs: 'at' } },
        { $project: { at: 1 } },
      ],
      [{ _id: 'many', at: point(0, 3) }],
    ],
    [
      'a field without an index',
      [{ $geoNear: { near: point(0, 0), distanceField: 'd', key: 'elsewhere', spherical: true } }],
      refused(),
    ],
    [
      '$near in its query',
      [{ $geoNear: { near: point(0, 0), distanceField: 'd', query: { loc: { $near: { $geometry: point(0, 0) } } } } }],
      refused(),
    ],
    ['an unknown field', [{ $geoNear: { near: point(0, 0), distanceField: 'd', far: 1 } }], refused()],
    ['$near in $match', [{ $match: { loc: { $near: { $geometry: point(0, 0) } } } }], refused()],
  ]),
];
