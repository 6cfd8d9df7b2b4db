import { requestFailed } from '../errors';
import type { CompileContext, Test } from '../query/filter';
import { reach } from '../query/paths';
import { isPlain, type Doc } from '../values';
import {
  distance,
  EARTH_RADIUS,
  intersects,
  isPosition,
  isWithin,
  type Position,
  positions,
  readShape,
  requireShape,
  type Shape,
} from './shapes';

/** A request for documents by distance: measures one, in metres; undefined where it has no such point. */
export interface GeoNear {
  distanceOf(doc: Doc): number | undefined;
}

export const GEO_OPERATORS: ReadonlySet<string> = new Set(['$near', '$nearSphere', '$geoWithin', '$geoIntersects']);

/** Compiles a geo condition on one field. `$nearSphere` also leaves its distance in the context, for the order. */
export function compileGeo(path: string[], operator: string, operand: unknown, context: CompileContext): Test {
  if (!isPlain(operand)) throw requestFailed(`${operator} requires an object`);
  if (operator === '$geoWithin') return onShape(path, within(operand));
  if (operator === '$geoIntersects') {
    const shape = requireShape(operand.$geometry, operator);
    return onShape(path, (candidate) => intersects(candidate, shape));
  }
  if (context.near) throw requestFailed('geoNear fields must be unique');
  const near = geoNear(path, pointOf(operand.$geometry, operator));
  context.near = near;
  return inRange(near, operand.$minDistance, operand.$maxDistance);
}

/** The test that a document's distance lies between two bounds in metres; either may be absent. */
export function inRange(near: GeoNear, min: unknown, max: unknown): Test {
  const from = bound(min, 0);
  const to = bound(max, Infinity);
  return (doc) => {
    const metres = near.distanceOf(doc);
    return metres !== undefined && metres >= from && metres <= to;
  };
}

/** Measures documents by the nearest of the points at `path`. */
export function geoNear(path: string[], centre: Position): GeoNear {
  return {
    distanceOf(doc) {
      let nearest: number | undefined;
      reach(doc, path, (value) => {
        const shape = readShape(value);
        for (const point of shape ? positions(shape) : [])
          nearest = Math.min(nearest ?? Infinity, distance(centre, point));
        return false;
      });
      return nearest;
    },
  };
}

/** The position of a GeoJSON point; throws for anything else. */
export function pointOf(value: unknown, operator: string): Position {
  const [point] = requireShape(value, operator).points;
  if (!point) throw requestFailed(`${operator} requires a point`);
  return point;
}

function bound(value: unknown, absent: number): number {
  if (value === undefined || value === null) return absent;
  if (typeof value !== 'number' || value < 0) throw requestFailed('distance must be a non-negative number');
  return value;
}

function within(operand: Doc): (shape: Shape) => boolean {
  if (operand.$geometry !== undefined) {
    const region = requireShape(operand.$geometry, '$geoWithin');
    if (region.polygons.length === 0) throw requestFailed('$geoWithin requires a Polygon or a MultiPolygon');
    return (shape) => isWithin(shape, region);
  }
  const circle = operand.$centerSphere;
  const [centre, radius] = Array.isArray(circle) ? (circle as unknown[]) : [];
  if (!isPosition(centre) || typeof radius !== 'number')
    throw requestFailed('$geoWithin requires $geometry or $centerSphere');
  const metres = radius * EARTH_RADIUS;
  return (shape) => positions(shape).every((point) => distance(centre, point) <= metres);
}

function onShape(path: string[], test: (shape: Shape) => boolean): Test {
  return (doc) =>
    reach(doc, path, (value) => {
      const shape = readShape(value);
      return shape !== undefined && test(shape);
    });
}
