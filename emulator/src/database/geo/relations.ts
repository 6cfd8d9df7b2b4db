import { contains, edges, isInside, touchesBorder, type Loop } from './loop';
import type { Shape } from './shapes';
import { angle, angleBetweenArcs, angleToArc, arcsCross, middle, TOUCH, type Vec } from './sphere';

/** One connected piece of a shape: its corners, its edges, and its rings when it has an inside. */
interface Part {
  corners: readonly Vec[];
  sides: [Vec, Vec][];
  polygon?: Loop[];
}

function parts(shape: Shape): Part[] {
  return [
    ...shape.points.map((point) => ({ corners: [point], sides: [] })),
    ...shape.lines.map((line) => ({
      corners: line,
      sides: line.slice(1).map((to, i): [Vec, Vec] => [line[i] as Vec, to]),
    })),
    ...shape.polygons.map((polygon) => ({
      corners: polygon.flatMap(({ vertices }) => vertices),
      sides: polygon.flatMap(({ vertices }) => edges(vertices)),
      polygon,
    })),
  ];
}

/** True for the inside and every border of a polygon. */
function inPolygon([outer, ...holes]: Loop[], point: Vec): boolean {
  if (!outer || !contains(outer, point)) return false;
  return !holes.some((hole) => !touchesBorder(hole, point) && isInside(hole, point));
}

/** The angle from a point to the nearest point of a shape, in radians; 0 inside. */
export function angleTo(point: Vec, shape: Shape): number {
  let nearest = Infinity;
  for (const { corners, sides, polygon } of parts(shape)) {
    if (polygon && inPolygon(polygon, point)) return 0;
    for (const corner of sides.length === 0 ? corners : []) nearest = Math.min(nearest, angle(point, corner));
    for (const [a, b] of sides) nearest = Math.min(nearest, angleToArc(point, a, b));
  }
  return nearest;
}

/** True when every point of a shape is at most so far (radians) from the centre; only for radii below a quarter turn. */
export function isWithinCap(shape: Shape, centre: Vec, radius: number): boolean {
  return parts(shape).every(({ corners }) => corners.every((corner) => angle(centre, corner) <= radius));
}

/** True when each part of a shape lies inside one polygon of `region`; a border counts as inside. */
export function isWithin(shape: Shape, region: Shape): boolean {
  return parts(shape).every((part) => region.polygons.some((polygon) => partWithin(part, polygon)));
}

function partWithin({ corners, sides, polygon: own }: Part, polygon: Loop[]): boolean {
  if (!corners.every((corner) => inPolygon(polygon, corner))) return false;
  const borders = polygon.flatMap(({ vertices }) => edges(vertices));
  for (const [a, b] of sides) {
    if (!inPolygon(polygon, middle(a, b))) return false;
    if (borders.some(([c, d]) => arcsCross(a, b, c, d))) return false;
  }
  // A hole of the region inside the part leaves some of the part outside.
  if (!own) return true;
  return !polygon.slice(1).some(({ vertices }) => vertices.some((vertex) => inPolygon(own, vertex)));
}

/** True when the two shapes share at least one point. */
export function intersects(a: Shape, b: Shape): boolean {
  const others = parts(b);
  return parts(a).some((part) => others.some((other) => partsMeet(part, other)));
}

function partsMeet(a: Part, b: Part): boolean {
  if (b.polygon && a.corners.some((corner) => inPolygon(b.polygon as Loop[], corner))) return true;
  if (a.polygon && b.corners.some((corner) => inPolygon(a.polygon as Loop[], corner))) return true;
  // A point is an edge of no length, so that one test serves all pairs of kinds.
  return sidesOf(a).some(([p, q]) => sidesOf(b).some(([r, s]) => angleBetweenArcs(p, q, r, s) <= TOUCH));
}

function sidesOf({ corners, sides }: Part): [Vec, Vec][] {
  return sides.length > 0 ? sides : corners.map((corner): [Vec, Vec] => [corner, corner]);
}
