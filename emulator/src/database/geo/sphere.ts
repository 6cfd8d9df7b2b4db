/** Vector geometry on the unit sphere, where an edge is the shorter great-circle arc, as MongoDB's S2 has it. */

/** Longitude and latitude in degrees. */
export type Position = [longitude: number, latitude: number];

/** A point on the unit sphere. */
export type Vec = readonly [x: number, y: number, z: number];

/** The radius of the earth in metres that MongoDB uses. */
export const EARTH_RADIUS = 6378100;

/** Nearer than this (radians, below a micrometre) counts as touching. */
export const TOUCH = 1e-13;

const RADIANS = Math.PI / 180;

export function toVec([longitude, latitude]: Position): Vec {
  // At the poles every longitude is one point.
  const across = Math.abs(latitude) === 90 ? 0 : Math.cos(latitude * RADIANS);
  return [across * Math.cos(longitude * RADIANS), across * Math.sin(longitude * RADIANS), Math.sin(latitude * RADIANS)];
}

export function dot(a: Vec, b: Vec): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** The cross product, computed so that it stays exact enough for points that nearly coincide. */
export function cross(a: Vec, b: Vec): Vec {
  const s: Vec = [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
  const d: Vec = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  return [(s[1] * d[2] - s[2] * d[1]) / 2, (s[2] * d[0] - s[0] * d[2]) / 2, (s[0] * d[1] - s[1] * d[0]) / 2];
}

export function norm(a: Vec): number {
  // Math.hypot guards against overflow, which unit vectors cannot have, and is many times slower.
  return Math.sqrt(dot(a, a));
}

export function unit(a: Vec): Vec {
  const length = norm(a) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
}

/** The angle between two points in radians, by the plain cross product as in MongoDB: distances agree to the last digit. */
export function angle(a: Vec, b: Vec): number {
  const product: Vec = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
  return Math.atan2(norm(product), dot(a, b));
}

/** The angle from a point to the nearest point of an arc, in radians. */
export function angleToArc(p: Vec, a: Vec, b: Vec): number {
  const normal = cross(a, b);
  const length = norm(normal);
  if (length > 0 && dot(cross(normal, a), p) >= 0 && dot(cross(b, normal), p) >= 0) {
    return Math.asin(Math.min(1, Math.abs(dot(p, normal)) / length));
  }
  return Math.min(angle(p, a), angle(p, b));
}

/** An end of one arc nearer than this to the other's circle (radians) lies on it: it touches, and does not cross. */
const ON_CIRCLE = 1e-15;

/** True when two arcs cross in their insides; ends that touch do not count. */
export function arcsCross(a: Vec, b: Vec, c: Vec, d: Vec): boolean {
  const ab = cross(a, b);
  const least = ON_CIRCLE * norm(ab);
  const sideOfC = dot(ab, c);
  const sideOfD = dot(ab, d);
  if (Math.abs(sideOfC) <= least || Math.abs(sideOfD) <= least || sideOfC > 0 === sideOfD > 0) return false;
  const cd = cross(c, d);
  const most = ON_CIRCLE * norm(cd);
  const sideOfA = dot(cd, a);
  const sideOfB = dot(cd, b);
  if (Math.abs(sideOfA) <= most || Math.abs(sideOfB) <= most || sideOfA > 0 === sideOfB > 0) return false;
  // Two circles meet twice, on opposite sides: the arcs must reach the same meeting point.
  return sideOfD > 0 === sideOfA > 0;
}

/** The smallest angle between two arcs, 0 when they cross. */
export function angleBetweenArcs(a: Vec, b: Vec, c: Vec, d: Vec): number {
  if (arcsCross(a, b, c, d)) return 0;
  return Math.min(angleToArc(a, c, d), angleToArc(b, c, d), angleToArc(c, a, b), angleToArc(d, a, b));
}

export function middle(a: Vec, b: Vec): Vec {
  return unit([a[0] + b[0], a[1] + b[1], a[2] + b[2]]);
}
