import { requestFailed } from '../errors';
import { reach } from '../query/paths';
import { isPlain, type Doc } from '../values/values';
import { spansOf, type CellSpan } from './index-keys';
import { angleTo } from './relations';
import { geo, geometry } from './region';
import { isCoordinate, position, shapeOrNone } from './shapes';
import { angle, EARTH_RADIUS, toVec, type Vec } from './sphere';

/** Where a document is, as `$near` sees it. */
export interface Place {
  /** Metres from the centre, or radians when the centre is a plain pair. */
  distance: number;
  /** The value in the document that is nearest. */
  location: unknown;
}

/** A request for documents by distance from a point, nearest first. */
export interface Near {
  readonly path: string;
  /** Bounds of the distance in radians, both inclusive. */
  readonly min: number;
  readonly max: number;
  /** The nearest geometry of a document within the bounds; undefined when it has none there. */
  placeOf(doc: Doc): (Place & { radians: number }) | undefined;
  /** Where an index finds what lies between two distances (radians). */
  ring(from: number, to: number): CellSpan[];
}

/** `$near` or `$nearSphere` on a field, `{$geometry, $minDistance, $maxDistance}`, metres. */
export function readNear(path: string, operator: string, condition: Doc): Near {
  const operand = condition[operator];
  if (isPlain(operand) && '$geometry' in operand) {
    const unknown = Object.keys(operand).find((key) => !['$geometry', '$minDistance', '$maxDistance'].includes(key));
    if (unknown) throw requestFailed(`invalid argument in geo near query: ${unknown}`);
    const { $geometry: at, $minDistance: min, $maxDistance: max } = operand;
    return makeNear(path, pointOf(at, operator), EARTH_RADIUS, min, max);
  }
  // A plain pair measures in radians; without the sphere it would need an index of another kind.
  if (operator === '$near') throw noIndex();
  const centre = geo(operator, () => toVec(position(isPlain(operand) ? Object.values(operand) : operand)));
  return makeNear(path, centre, 1, condition.$minDistance, condition.$maxDistance);
}

/** The `near` of a `$geoNear` stage: a GeoJSON point, or a pair when `spherical` is true. */
export function stageNear(path: string, spec: Doc): Near {
  const { near, spherical, minDistance, maxDistance } = spec;
  if (isPlain(near) && 'type' in near)
    return makeNear(path, pointOf(near, '$geoNear'), EARTH_RADIUS, minDistance, maxDistance);
  if (spherical !== true) throw noIndex();
  const centre = geo('$geoNear', () => toVec(position(isPlain(near) ? Object.values(near) : near)));
  return makeNear(path, centre, 1, minDistance, maxDistance);
}

/** MongoDB never searches for what is near without an index. */
export function noIndex(): Error {
  return requestFailed(
    'error processing query: planner returned error :: caused by :: unable to find index for $geoNear query',
  );
}

function pointOf(value: unknown, operator: string): Vec {
  const { points, flat } = geometry(value, operator);
  if (!flat || !points[0]) throw requestFailed(`${operator} requires a point`);
  return points[0];
}

/** `unit` is the length of one radian in the unit of the bounds and distances. */
function makeNear(path: string, centre: Vec, unit: number, least: unknown, most: unknown): Near {
  const min = bound(least, 0) / unit;
  const max = Math.min(bound(most, Infinity) / unit, Math.PI);
  const parts = path.split('.');
  return {
    path,
    min,
    max,
    placeOf(doc) {
      let best: { radians: number; location: unknown } | undefined;
      const look = (value: unknown): void => {
        const shape = shapeOrNone(value);
        const radians = shape ? angleTo(centre, shape) : Infinity;
        if (radians >= min && radians <= max && (!best || radians < best.radians)) best = { radians, location: value };
      };
      reach(doc, parts, (value) => {
        geometriesOf(value).forEach(look);
        return false;
      });
      return best && { ...best, distance: best.radians * unit };
    },
    ring: (from, to) =>
      spansOf((point) => {
        const at = angle(centre, point);
        return at > to ? at - to : Math.max(0, from - at);
      }),
  };
}

/** An array is a list of geometries, unless it is a pair of numbers. */
export function geometriesOf(value: unknown): unknown[] {
  return Array.isArray(value) && typeof value[0] !== 'number' ? (value as unknown[]) : [value];
}

function bound(value: unknown, absent: number): number {
  if (value === undefined || value === null) return absent;
  if (!isCoordinate(value) || value < 0) throw requestFailed('distance must be a non-negative number');
  return value;
}
