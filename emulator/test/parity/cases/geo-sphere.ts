import { queries, refused, type ParityCase } from '../case';
import type { Doc } from '../../integration/database/sdk';

type Pair = [longitude: number, latitude: number];

const point = (...coordinates: Pair): Doc => ({ type: 'Point', coordinates });
const polygon = (...corners: Pair[]): Doc => ({ type: 'Polygon', coordinates: [[...corners, corners[0]]] });
const inside = ($geometry: Doc): Doc => ({ at: { $geoWithin: { $geometry } } });
const meets = ($geometry: Doc): Doc => ({ at: { $geoIntersects: { $geometry } } });

/** Fields of another name than the indexed one: regions need no index. */
const world = [
  { _id: 'arctic', at: point(0, 89.5) },
  { _id: 'bulge', at: point(45, 55) },
  { _id: 'date line', at: point(179.5, 0.5) },
  { _id: 'other side', at: point(-179.5, -0.5) },
  { _id: 'pair', at: [10, 10] },
  { _id: 'south', at: point(45, 45) },
];

const kinds = [
  {
    _id: 'collection',
    at: { type: 'GeometryCollection', geometries: [point(50, 50), polygon([0, 0], [1, 0], [1, 1])] },
  },
  { _id: 'holed', at: { type: 'Polygon', coordinates: [square(20, 10), square(24, 2)] } },
  {
    _id: 'lines',
    at: {
      type: 'MultiLineString',
      coordinates: [
        [
          [0, 0],
          [2, 2],
        ],
        [
          [60, 60],
          [61, 61],
        ],
      ],
    },
  },
  {
    _id: 'points',
    at: {
      type: 'MultiPoint',
      coordinates: [
        [0.5, 0.25],
        [80, 80],
      ],
    },
  },
  { _id: 'polygons', at: { type: 'MultiPolygon', coordinates: [[square(40, 2)], [square(50, 2)]] } },
];

/** A ring with its lower left corner at (from, from). */
function square(from: number, side: number): Pair[] {
  const to = from + side;
  return [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
    [from, from],
  ];
}

export const sphereCases: ParityCase[] = [
  ...queries('MongoDB manual, geospatial queries: edges are geodesic', world, [
    [
      'an edge along a parallel bulges towards the pole',
      inside(polygon([0, 50], [45, 40], [90, 50])),
      ['bulge', 'south'],
    ],
    [
      'a region across the date line',
      inside(polygon([179, -1], [-179, -1], [-179, 1], [179, 1])),
      ['date line', 'other side'],
    ],
    ['a region around a pole', inside(polygon([0, 80], [120, 80], [-120, 80])), ['arctic']],
    [
      'the smaller side of a ring, whichever way it runs',
      inside(polygon([90, 50], [45, 40], [0, 50])),
      ['bulge', 'south'],
    ],
    ['a circle around a pole', { at: { $geoWithin: { $centerSphere: [[100, 90], 0.01] } } }, ['arctic']],
    ['a pair of numbers is a point', meets(polygon([9, 9], [11, 9], [11, 11], [9, 11])), ['pair']],
    [
      'without a geo index regions are found, nearness is refused',
      { at: { $nearSphere: { $geometry: point(0, 0) } } },
      refused(),
    ],
    ['nearness below $or', { $or: [{ loc: { $near: { $geometry: point(0, 0) } } }, { _id: 'pair' }] }, refused()],
    ['nearness below $not', { loc: { $not: { $near: { $geometry: point(0, 0) } } } }, refused()],
  ]),
  ...queries('MongoDB manual, $box, $center and $polygon: flat', world, [
    [
      'a box',
      {
        at: {
          $geoWithin: {
            $box: [
              [0, 0],
              [45, 50],
            ],
          },
        },
      },
      ['pair', 'south'],
    ],
    ['a circle in degrees', { at: { $geoWithin: { $center: [[40, 40], 8] } } }, ['south']],
    [
      'a polygon with straight edges',
      {
        at: {
          $geoWithin: {
            $polygon: [
              [0, 50],
              [45, 40],
              [90, 50],
            ],
          },
        },
      },
      ['south'],
    ],
    ['an unknown shape', { at: { $geoWithin: { $hexagon: [[0, 0]] } } }, refused()],
  ]),
  ...queries('MongoDB manual, GeoJSON objects', kinds, [
    ['a point in a member of each kind', meets(point(0.5, 0.25)), ['collection', 'points']],
    ['the hole of a polygon', meets(point(25, 25)), []],
    ['beside the hole', meets(point(21, 21)), ['holed']],
    [
      'a line across several',
      meets({
        type: 'LineString',
        coordinates: [
          [41, 40.5],
          [61, 60.5],
        ],
      }),
      ['polygons'],
    ],
    [
      'every member must be within',
      inside({ type: 'Polygon', coordinates: [square(-1, 63)] }),
      ['collection', 'holed', 'lines', 'polygons'],
    ],
    [
      'an open ring',
      inside({
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
          ],
        ],
      }),
      refused(),
    ],
    ['a ring that crosses itself', inside(polygon([0, 0], [10, 10], [10, 0], [0, 10])), refused()],
    ['a line of one point', meets({ type: 'LineString', coordinates: [[1, 1]] }), refused()],
    ['a latitude beyond the pole', meets(point(0, 91)), refused()],
    ['an unknown type', meets({ type: 'Circle', coordinates: [0, 0] }), refused()],
  ]),
];
