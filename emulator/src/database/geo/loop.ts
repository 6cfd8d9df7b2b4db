import { angle, angleToArc, arcsCross, cross, dot, middle, norm, TOUCH, unit, type Vec } from './sphere';

/** A closed ring of arcs without the repeated last point. Its inside is the smaller of the two areas it divides. */
export interface Loop {
  readonly vertices: readonly Vec[];
  /** Points known to be inside, from which others are judged. */
  readonly anchors: readonly Vec[];
}

/** At most so many anchors: another is needed only where the way from one passes exactly through a corner. */
const ANCHORS = 4;

/** A way that passes a corner as close as this says nothing certain. */
const UNCERTAIN = 1e-15;

/** Makes a loop of the points of a ring, turned so that its inside lies to the left. */
export function makeLoop(ring: readonly Vec[]): Loop {
  const area = areaToTheLeft(ring);
  const vertices = area > 2 * Math.PI ? [...ring].reverse() : ring;
  return { vertices, anchors: anchorsOf(vertices) };
}

export function edges(loop: readonly Vec[]): [Vec, Vec][] {
  return loop.map((vertex, i) => [vertex, loop[(i + 1) % loop.length] as Vec]);
}

/** True when the point is inside or on the border. */
export function contains(loop: Loop, point: Vec): boolean {
  return touchesBorder(loop, point) || isInside(loop, point);
}

export function touchesBorder(loop: Loop, point: Vec): boolean {
  return edges(loop.vertices).some(([a, b]) => angleToArc(point, a, b) <= TOUCH);
}

/** True when the way from an inside point crosses the border an even number of times. */
export function isInside(loop: Loop, point: Vec): boolean {
  for (const anchor of loop.anchors) {
    const crossings = crossingsOf(loop, anchor, point);
    if (crossings !== undefined) return crossings % 2 === 0;
  }
  return false;
}

function crossingsOf(loop: Loop, from: Vec, to: Vec): number | undefined {
  const way = cross(from, to);
  // Opposite points have no one way between them.
  if (norm(way) < 1e-9 && dot(from, to) < 0) return undefined;
  if (loop.vertices.some((vertex) => Math.abs(dot(way, vertex)) < UNCERTAIN * norm(way))) return undefined;
  return edges(loop.vertices).filter(([a, b]) => arcsCross(from, to, a, b)).length;
}

/** The area to the left of the ring, 0 to 4π: the sum of the signed triangles that its edges make with one corner. */
function areaToTheLeft(ring: readonly Vec[]): number {
  const [origin] = ring as [Vec];
  let sum = 0;
  for (const [a, b] of edges(ring)) {
    const volume = dot(origin, cross(a, b));
    sum += 2 * Math.atan2(volume, 1 + dot(origin, a) + dot(a, b) + dot(b, origin));
  }
  const area = sum % (4 * Math.PI);
  return area < 0 ? area + 4 * Math.PI : area;
}

/** Points a little to the left of the middle of an edge, nearer to it than to any other. */
function anchorsOf(vertices: readonly Vec[]): Vec[] {
  const sides = edges(vertices);
  const anchors: Vec[] = [];
  for (const [i, [a, b]] of sides.entries()) {
    const centre = middle(a, b);
    const room = Math.min(
      angle(a, b) / 2,
      ...sides.filter((_, j) => j !== i).map(([c, d]) => angleToArc(centre, c, d)),
    );
    if (room <= TOUCH * 10) continue;
    const left = unit(cross(a, b));
    const step = Math.min(room / 3, 0.1);
    anchors.push(unit([centre[0] + left[0] * step, centre[1] + left[1] * step, centre[2] + left[2] * step]));
    if (anchors.length === ANCHORS) break;
  }
  return anchors;
}
