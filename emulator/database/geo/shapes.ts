import { requestFailed } from '../errors';
import { isPlain } from '../values';

/** Longitude and latitude in degrees. */
export type Position = [longitude: number, latitude: number];

/** A GeoJSON geometry taken apart: loose points, lines, and polygons as lists of rings. */
export interface Shape {
  points: Position[];
  lines: Position[][];
  polygons: Position[][][];
}

/** The mean radius of the earth in metres that MongoDB uses. */
export const EARTH_RADIUS = 6378100;

/** Reads GeoJSON or a legacy `[lng, lat]` pair; undefined when the value is neither. */
export function readShape(value: unknown): Shape | undefined {
  const shape: Shape = { points: [], lines: [], polygons: [] };
  if (isPosition(value)) return { ...shape, points: [value] };
  if (!isPlain(value) || !Array.isArray(value.coordinates)) return undefined;
  const coordinates = value.coordinates as unknown[];
  switch (value.type) {
    case 'Point':
      return isPosition(coordinates) ? { ...shape, points: [coordinates] } : undefined;
    case 'MultiPoint':
      return isLine(coordinates) ? { ...shape, points: coordinates } : undefined;
    case 'LineString':
      return isLine(coordinates) ? { ...shape, lines: [coordinates] } : undefined;
    case 'MultiLineString':
      return coordinates.every(isLine) ? { ...shape, lines: coordinates } : undefined;
    case 'Polygon':
      return coordinates.every(isLine) ? { ...shape, polygons: [coordinates] } : undefined;
    case 'MultiPolygon':
      return coordinates.every(isPolygon) ? { ...shape, polygons: coordinates } : undefined;
    default:
      return undefined;
  }
}

/** Like `readShape`, for the operand of a query: throws when it is no geometry. */
export function requireShape(value: unknown, operator: string): Shape {
  const shape = readShape(value);
  if (!shape) throw requestFailed(`${operator} requires a GeoJSON geometry: ${JSON.stringify(value)}`);
  return shape;
}

export function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && value.length >= 2 && typeof value[0] === 'number' && typeof value[1] === 'number';
}

function isLine(value: unknown): value is Position[] {
  return Array.isArray(value) && value.every(isPosition);
}

function isPolygon(value: unknown): value is Position[][] {
  return Array.isArray(value) && value.every(isLine);
}

/** Great-circle distance in metres (haversine). */
export function distance(a: Position, b: Position): number {
  const radians = Math.PI / 180;
  const dLat = (b[1] - a[1]) * radians;
  const dLng = (b[0] - a[0]) * radians;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a[1] * radians) * Math.cos(b[1] * radians) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Every corner of a shape. */
export function positions(shape: Shape): Position[] {
  return [...shape.points, ...shape.lines.flat(), ...shape.polygons.flat(2)];
}

/** True when the whole shape lies inside the polygons of `region` (its border counts as inside). */
export function isWithin(shape: Shape, region: Shape): boolean {
  const corners = positions(shape);
  return corners.length > 0 && corners.every((corner) => region.polygons.some((polygon) => contains(polygon, corner)));
}

/** True when the two shapes share at least one point. */
export function intersects(a: Shape, b: Shape): boolean {
  if (positions(a).some((p) => b.polygons.some((polygon) => contains(polygon, p)))) return true;
  if (positions(b).some((p) => a.polygons.some((polygon) => contains(polygon, p)))) return true;
  const left = segments(a);
  const right = segments(b);
  return left.some(([p, q]) => right.some(([r, s]) => cross(p, q, r, s)));
}

/** Points are segments of no length, so that one test serves all pairs of kinds. */
function segments(shape: Shape): [Position, Position][] {
  const lines = [...shape.lines, ...shape.polygons.flat()];
  const pairs = lines.flatMap((line) => line.slice(1).map((q, i): [Position, Position] => [line[i] as Position, q]));
  return [...pairs, ...shape.points.map((p): [Position, Position] => [p, p])];
}

function contains(polygon: Position[][], point: Position): boolean {
  const [outer, ...holes] = polygon;
  if (!outer || !inRing(outer, point)) return false;
  return !holes.some((hole) => inRing(hole, point) && !onBorder(hole, point));
}

function inRing(ring: Position[], point: Position): boolean {
  if (onBorder(ring, point)) return true;
  const [x, y] = point;
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [xi, yi] = ring[i] as Position;
    const [xj, yj] = ring[j] as Position;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

function onBorder(ring: Position[], point: Position): boolean {
  return ring.some((corner, i) => i > 0 && isBetween(ring[i - 1] as Position, corner, point));
}

function turn(a: Position, b: Position, c: Position): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

function isBetween(a: Position, b: Position, p: Position): boolean {
  const inX = p[0] >= Math.min(a[0], b[0]) && p[0] <= Math.max(a[0], b[0]);
  const inY = p[1] >= Math.min(a[1], b[1]) && p[1] <= Math.max(a[1], b[1]);
  return inX && inY && turn(a, b, p) === 0;
}

function cross(p: Position, q: Position, r: Position, s: Position): boolean {
  if (isBetween(p, q, r) || isBetween(p, q, s) || isBetween(r, s, p) || isBetween(r, s, q)) return true;
  return turn(p, q, r) * turn(p, q, s) < 0 && turn(r, s, p) * turn(r, s, q) < 0;
}
