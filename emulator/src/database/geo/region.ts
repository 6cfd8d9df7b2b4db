import { requestFailed } from '../errors';
import { isPlain, type Doc } from '../values/values';
import { spansOf, shapeSpans, type CellSpan } from './index-keys';
import { flatRegion } from './planar';
import { intersects, isWithin, isWithinCap } from './relations';
import { BadGeometry, isCoordinate, position, readShape, type Shape } from './shapes';
import { angle, toVec } from './sphere';

/** What `$geoWithin` or `$geoIntersects` asks of a shape, and where an index finds candidates (flat regions: nowhere). */
export interface Region {
  holds(shape: Shape): boolean;
  spans?: () => CellSpan[];
}

/** Reads the operand of `$geoWithin` or `$geoIntersects`; throws DATABASE_REQUEST_FAILED. */
export function readRegion(operator: string, operand: unknown): Region {
  if (!isPlain(operand)) throw requestFailed(`${operator} requires an object`);
  const [kind, ...others] = Object.keys(operand);
  if (kind === undefined || others.length > 0) throw requestFailed(`${operator} requires exactly one region`);
  const region = operator === '$geoWithin' ? within(kind, operand) : crossing(kind, operand);
  if (!region) throw requestFailed(`${operator} not supported with provided geometry: ${kind}`);
  return region;
}

function within(kind: string, operand: Doc): Region | undefined {
  if (kind === '$geometry') {
    const region = geometry(operand[kind], '$geoWithin');
    if (region.polygons.length === 0 || region.points.length > 0 || region.lines.length > 0)
      throw requestFailed('$geoWithin requires a Polygon or a MultiPolygon');
    return { holds: (shape) => isWithin(shape, region), spans: () => shapeSpans(region) };
  }
  if (kind === '$centerSphere') return cap(operand[kind]);
  const flat = flatRegion(kind, operand[kind]);
  return flat && { holds: flat };
}

function crossing(kind: string, operand: Doc): Region | undefined {
  if (kind !== '$geometry') return undefined;
  const region = geometry(operand[kind], '$geoIntersects');
  return { holds: (shape) => intersects(shape, region), spans: () => shapeSpans(region) };
}

/** `$centerSphere`: `[[lng, lat], radians]`. */
function cap(operand: unknown): Region {
  const [at, radius] = Array.isArray(operand) ? (operand as unknown[]) : [];
  if (!isCoordinate(radius) || radius < 0) throw requestFailed('radius must be a non-negative number');
  const centre = toVec(geo('$centerSphere', () => position(isPlain(at) ? Object.values(at) : at)));
  return {
    holds: (shape) => isWithinCap(shape, centre, radius),
    spans: () => spansOf((point) => Math.max(0, angle(centre, point) - radius)),
  };
}

/** The GeoJSON operand of a query. */
export function geometry(value: unknown, operator: string): Shape {
  if (!isPlain(value)) throw requestFailed(`${operator} requires a GeoJSON geometry`);
  return geo(operator, () => readShape(value));
}

/** Runs a reader of geometry from a query: what is wrong with it is refused. */
export function geo<T>(operator: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadGeometry) throw requestFailed(`invalid geometry for ${operator}: ${error.message}`);
    throw error;
  }
}
