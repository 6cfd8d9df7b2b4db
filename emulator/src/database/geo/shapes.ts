import { isPlain } from '../values/values';
import { arcsCross, toVec, type Position, type Vec } from './sphere';
import { contains, edges, makeLoop, type Loop } from './loop';

/** A geometry taken apart: loose points, lines, and polygons as an outer ring and holes. */
export interface Shape {
  points: Vec[];
  lines: Vec[][];
  polygons: Loop[][];
  /** Set for a single point: what flat regions compare. */
  flat?: Position;
}

/** What is wrong with a value that should be a geometry. */
export class BadGeometry extends Error {}

/** Reads a value as MongoDB's 2dsphere index does: GeoJSON, `[lng, lat]` or `{lng, lat}`. Throws BadGeometry. */
export function readShape(value: unknown): Shape {
  if (Array.isArray(value)) return pointShape(position(value));
  if (!isPlain(value)) throw new BadGeometry('geo element must be an array or object');
  if (!('type' in value)) return pointShape(position(Object.values(value)));
  checkCrs(value.crs);
  if (value.type === 'GeometryCollection') return collection(value.geometries);
  const read = typeof value.type === 'string' && Object.hasOwn(READERS, value.type) ? READERS[value.type] : undefined;
  if (!read) throw new BadGeometry(`unknown GeoJSON type: ${JSON.stringify(value.type)}`);
  if (!Array.isArray(value.coordinates)) throw new BadGeometry(`${String(value.type)} coordinates must be an array`);
  return read(value.coordinates);
}

/** Like `readShape`, but undefined for what is no geometry: such a value matches nothing. */
export function shapeOrNone(value: unknown): Shape | undefined {
  try {
    return readShape(value);
  } catch (error) {
    if (error instanceof BadGeometry) return undefined;
    throw error;
  }
}

const READERS: Readonly<Record<string, (coordinates: unknown[]) => Shape>> = {
  Point: (at) => pointShape(position(at)),
  MultiPoint: (list) => ({ ...none(), points: some(list, 'MultiPoint').map((at) => toVec(position(at))) }),
  LineString: (list) => ({ ...none(), lines: [line(list)] }),
  MultiLineString: (list) => ({ ...none(), lines: some(list, 'MultiLineString').map(line) }),
  Polygon: (rings) => ({ ...none(), polygons: [polygon(rings)] }),
  MultiPolygon: (list) => ({ ...none(), polygons: some(list, 'MultiPolygon').map(polygon) }),
};

function none(): Shape {
  return { points: [], lines: [], polygons: [] };
}

function pointShape(at: Position): Shape {
  return { ...none(), points: [toVec(at)], flat: at };
}

/** The two coordinates of a point; what follows them, such as a height, is passed over. */
export function position(value: unknown): Position {
  const [longitude, latitude] = Array.isArray(value) ? (value as unknown[]) : [];
  if (!isCoordinate(longitude) || !isCoordinate(latitude))
    throw new BadGeometry('Point must be an array or object with numeric elements');
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90)
    throw new BadGeometry(`longitude/latitude is out of bounds, lng: ${longitude} lat: ${latitude}`);
  return [longitude, latitude];
}

export function isCoordinate(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function some(value: unknown[], type: string): unknown[] {
  if (value.length === 0) throw new BadGeometry(`${type} coordinates must have at least 1 element`);
  return value;
}

function path(value: unknown, type: string): Vec[] {
  if (!Array.isArray(value)) throw new BadGeometry(`${type} coordinates must be an array of points`);
  const vertices = value.map((at) => toVec(position(at)));
  return vertices.filter((vertex, i) => i === 0 || !same(vertex, vertices[i - 1] as Vec));
}

function line(value: unknown): Vec[] {
  const vertices = path(value, 'LineString');
  if (vertices.length < 2) throw new BadGeometry('GeoJSON LineString must have at least 2 vertices');
  return vertices;
}

function polygon(value: unknown): Loop[] {
  if (!Array.isArray(value) || value.length === 0) throw new BadGeometry('Polygon has no loops.');
  const loops = value.map(ring);
  const [outer, ...holes] = loops as [Loop, ...Loop[]];
  if (!holes.every((hole) => hole.vertices.every((vertex) => contains(outer, vertex))))
    throw new BadGeometry('Secondary loops not contained by first exterior loop');
  return loops;
}

function ring(value: unknown): Loop {
  const vertices = path(value, 'Polygon');
  const first = vertices[0] as Vec;
  if (!same(first, vertices.at(-1) as Vec)) throw new BadGeometry('Loop is not closed');
  vertices.pop();
  if (vertices.length < 3) throw new BadGeometry('Loop must have at least 3 different vertices');
  if (vertices.some((vertex, i) => vertices.some((other, j) => j > i && same(vertex, other))))
    throw new BadGeometry('Duplicate vertices in a loop');
  const sides = edges(vertices);
  if (sides.some(([a, b], i) => sides.slice(i + 1).some(([c, d]) => d !== a && c !== b && arcsCross(a, b, c, d))))
    throw new BadGeometry('Edges of a loop cross');
  return makeLoop(vertices);
}

function collection(value: unknown): Shape {
  if (!Array.isArray(value) || value.length === 0)
    throw new BadGeometry('GeometryCollection geometries must be a non-empty array');
  const shape = none();
  for (const part of value as unknown[]) {
    if (!isPlain(part) || part.type === 'GeometryCollection')
      throw new BadGeometry('GeometryCollections cannot be nested, and hold GeoJSON objects');
    const { points, lines, polygons } = readShape(part);
    shape.points.push(...points);
    shape.lines.push(...lines);
    shape.polygons.push(...polygons);
  }
  return shape;
}

const CRS = ['EPSG:4326', 'urn:ogc:def:crs:OGC:1.3:CRS84'];

/** Polygons larger than a hemisphere (MongoDB's `strictwinding`) are refused, not guessed. */
function checkCrs(crs: unknown): void {
  if (crs === undefined) return;
  const name = isPlain(crs) && isPlain(crs.properties) ? crs.properties.name : undefined;
  if (typeof name !== 'string' || !CRS.includes(name)) throw new BadGeometry(`Unknown CRS name: ${String(name)}`);
}

function same(a: Vec, b: Vec): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2];
}
