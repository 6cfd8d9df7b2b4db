import { idsOf, pipelines, queries, refused, type ParityCase } from '../case';
import type { Doc } from '../../integration/database/sdk';

const point = (longitude: number, latitude: number): Doc => ({ type: 'Point', coordinates: [longitude, latitude] });
const box = (w: number, s: number, e: number, n: number): Doc => ({
  type: 'Polygon',
  coordinates: [
    [
      [w, s],
      [e, s],
      [e, n],
      [w, n],
      [w, s],
    ],
  ],
});
const places = [
  { _id: 'beijing', loc: point(116.4, 39.9), kind: 'city' },
  { _id: 'near', loc: point(116.41, 39.91), kind: 'park' },
  { _id: 'shanghai', loc: point(121.47, 31.23), kind: 'city' },
  {
    _id: 'line',
    loc: {
      type: 'LineString',
      coordinates: [
        [116, 39],
        [117, 40],
      ],
    },
  },
  { _id: 'none' },
];
const centre = point(116.4, 39.9);

const nearCases = [
  ['nearest first', { $geometry: centre }, ['beijing', 'near', 'shanghai']],
  ['no further than, in metres', { $geometry: centre, $maxDistance: 5000 }, ['beijing', 'near']],
  ['no nearer than', { $geometry: centre, $minDistance: 100_000 }, ['shanghai']],
] as const;

export const geoCases: ParityCase[] = [
  ...nearCases.map(([name, operand, expect]): ParityCase => ({
    name,
    source: 'MongoDB manual, $nearSphere',
    arrange: places.filter(({ _id }) => _id !== 'line'),
    act: async ({ raw }) => (await raw.where({ loc: { $nearSphere: operand } }).get()).data.map(({ _id }) => _id),
    expect,
  })),
  {
    name: 'the SDK’s command, with another condition',
    source: 'CloudBase documentation, Command.geoNear',
    arrange: places.slice(0, 3),
    act: async ({ things, db }) => {
      const near = db.command.geoNear({ geometry: new db.Geo.Point(116.4, 39.9), maxDistance: 2_000_000 });
      return (await things.where({ loc: near, kind: 'city' }).get()).data.map(({ _id }) => _id);
    },
    expect: ['beijing', 'shanghai'],
  },
  {
    name: 'the SDK’s commands for regions and crossings',
    source: 'CloudBase documentation, Command.geoWithin and geoIntersects',
    arrange: places,
    act: async ({ things, db }) => {
      const ring = [
        [116, 39],
        [117, 39],
        [117, 40],
        [116, 40],
        [116, 39],
      ];
      const area = new db.Geo.Polygon([new db.Geo.LineString(ring.map(([x = 0, y = 0]) => new db.Geo.Point(x, y)))]);
      return [
        await idsOf(things, { loc: db.command.geoWithin({ geometry: area }) }),
        await idsOf(things, { loc: db.command.geoIntersects({ geometry: new db.Geo.Point(121.47, 31.23) }) }),
      ];
    },
    expect: [['beijing', 'line', 'near'], ['shanghai']],
  },
  ...queries('MongoDB manual, $geoWithin', places, [
    ['a polygon', { loc: { $geoWithin: { $geometry: box(116.405, 39, 122, 40) } } }, ['near']],
    [
      'a polygon with a hole',
      {
        loc: {
          $geoWithin: {
            $geometry: {
              type: 'Polygon',
              coordinates: [
                [
                  [100, 20],
                  [130, 20],
                  [130, 45],
                  [100, 45],
                  [100, 20],
                ],
                [
                  [121, 31],
                  [122, 31],
                  [122, 32],
                  [121, 32],
                  [121, 31],
                ],
              ],
            },
          },
        },
      },
      ['beijing', 'line', 'near'],
    ],
    [
      'several polygons',
      {
        loc: {
          $geoWithin: {
            $geometry: {
              type: 'MultiPolygon',
              coordinates: [box(121, 31, 122, 32).coordinates, box(116.405, 39.9, 116.5, 40).coordinates],
            },
          },
        },
      },
      ['near', 'shanghai'],
    ],
    [
      '$centerSphere, radius in radians',
      { loc: { $geoWithin: { $centerSphere: [[116.4, 39.9], 5 / 6378.1] } } },
      ['beijing', 'near'],
    ],
    ['a point is no region', { loc: { $geoWithin: { $geometry: centre } } }, refused()],
    ['no region is refused', { loc: { $geoWithin: {} } }, refused()],
  ]),
  ...queries('MongoDB manual, $geoIntersects', places, [
    [
      'a line that crosses',
      {
        loc: {
          $geoIntersects: {
            $geometry: {
              type: 'LineString',
              coordinates: [
                [116, 40],
                [117, 39],
              ],
            },
          },
        },
      },
      ['line'],
    ],
    [
      'a polygon around',
      { loc: { $geoIntersects: { $geometry: box(116.3, 39.8, 116.45, 39.95) } } },
      ['beijing', 'near'],
    ],
    ['no geometry is refused', { loc: { $geoIntersects: { $geometry: 5 } } }, refused()],
  ]),
  ...pipelines('MongoDB manual, $geoNear', places.slice(0, 3), [
    [
      'nearest first, with the distance in metres',
      [
        { $geoNear: { near: centre, distanceField: 'far', key: 'loc', spherical: true } },
        { $project: { km: { $round: [{ $divide: ['$far', 1000] }, 0] } } },
      ],
      [
        { _id: 'beijing', km: 0 },
        { _id: 'near', km: 1 },
        { _id: 'shanghai', km: 1068 },
      ],
    ],
    [
      'query, maxDistance, distanceMultiplier and includeLocs',
      [
        {
          $geoNear: {
            near: centre,
            distanceField: 'd.km',
            key: 'loc',
            query: { kind: 'park' },
            maxDistance: 5000,
            distanceMultiplier: 0.001,
            includeLocs: 'd.at',
            spherical: true,
          },
        },
        { $project: { at: '$d.at', near: { $lt: ['$d.km', 2] } } },
      ],
      [{ _id: 'near', at: point(116.41, 39.91), near: true }],
    ],
    [
      'the one geo index is found without a key',
      [{ $geoNear: { near: centre, distanceField: 'far', spherical: true } }, { $limit: 1 }, { $project: { _id: 1 } }],
      [{ _id: 'beijing' }],
    ],
    ['needs a distanceField', [{ $geoNear: { near: centre, key: 'loc' } }], refused()],
    [
      'must be the first stage',
      [{ $match: {} }, { $geoNear: { near: centre, distanceField: 'far', key: 'loc' } }],
      refused(),
    ],
  ]),
];
