import { angle, dot, unit, type Vec } from './sphere';

/**
 * Cells that divide the sphere: the six faces of a cube seen from its centre, each divided in four again and again.
 * A cell is a number; the numbers of all cells inside it lie in one range, so that an ordered index finds them. The
 * scheme is S2's without its space-filling curve, which would only make fewer and longer ranges.
 */

/** The finest level: cells of about 2.4 m. Numbers stay below 2^48, six bytes of a key. */
const LEVELS = 22;
const FACE = 4 ** LEVELS;

export interface Cell {
  level: number;
  /** Its face, and its column and row there. */
  face: number;
  i: number;
  j: number;
  /** Number of its first finest cell. */
  start: number;
  /** Its middle, and the angle (radians) from there to its farthest corner, never too small. */
  centre: Vec;
  radius: number;
}

/** Finest cells in a cell, by level. */
const SIZES = Array.from({ length: LEVELS + 1 }, (_, level) => 4 ** (LEVELS - level));

function size(level: number): number {
  return SIZES[level] as number;
}

/** The number of a cell: between the numbers of its second and third child. */
export function idOf({ level, start }: Pick<Cell, 'level' | 'start'>): number {
  return 2 * start + size(level);
}

/** Numbers from, inclusive, to, exclusive, of a cell and everything inside it; none of a cell around it. */
export function rangeOf({ level, start }: Cell): [from: number, to: number] {
  return [2 * start + 1, 2 * (start + size(level))];
}

/** The numbers of the cells around a cell, up to a whole face. */
export function ancestorsOf({ level, start }: Cell): number[] {
  return Array.from({ length: level }, (_, up) => idOf({ level: up, start: start - (start % size(up)) }));
}

/** The number of the finest cell that holds a point. */
export function leafOf(point: Vec): number {
  const { face, u, v } = onFace(point);
  const scale = 2 ** LEVELS;
  const at = (x: number): number => Math.max(0, Math.min(scale - 1, Math.floor(((x + 1) / 2) * scale)));
  const [i, j] = [at(u), at(v)];
  let start = 0;
  for (let bit = LEVELS - 1; bit >= 0; bit -= 1)
    start = start * 4 + (Math.floor(i / 2 ** bit) % 2) * 2 + (Math.floor(j / 2 ** bit) % 2);
  return idOf({ level: LEVELS, start: face * FACE + start });
}

/**
 * At most about `most` cells that together cover a region, given how far (radians, 0 inside, never too much) the region
 * is from a point. The largest cells are divided first.
 */
export function cover(distance: (point: Vec) => number, most: number): Cell[] {
  const touching = (cells: Cell[]): Cell[] => cells.filter(({ centre, radius }) => distance(centre) <= radius);
  let cells = touching(Array.from({ length: 6 }, (_, face) => cellAt(face, 0, 0, 0, face * FACE)));
  const done: Cell[] = [];
  while (cells.length > 0) {
    const [largest, ...rest] = cells as [Cell, ...Cell[]];
    const inside = largest.level === LEVELS ? [largest] : touching(childrenOf(largest));
    if (largest.level === LEVELS || done.length + rest.length + inside.length > most) {
      done.push(largest);
      cells = rest;
    } else cells = [...rest, ...inside];
  }
  return done.sort((a, b) => a.start - b.start);
}

function childrenOf({ level, start, face, i, j }: Cell): Cell[] {
  const below = size(level + 1);
  return [0, 1, 2, 3].map((child) =>
    cellAt(face, level + 1, i * 2 + (child >> 1), j * 2 + (child & 1), start + child * below),
  );
}

function cellAt(face: number, level: number, i: number, j: number, start: number): Cell {
  const side = 2 / 2 ** level;
  const point = (x: number, y: number): Vec => fromFace(face, (i + x) * side - 1, (j + y) * side - 1);
  const centre = point(0.5, 0.5);
  // The farthest corner has the least cosine; the angle is taken once.
  let far = centre;
  for (const corner of [point(0, 0), point(0, 1), point(1, 0), point(1, 1)])
    if (dot(centre, corner) <= dot(centre, far)) far = corner;
  // The cosines of the corners of the finest cells differ by less than rounding: some room makes up for it.
  return { level, face, i, j, start, centre, radius: angle(centre, far) * 1.01 + 1e-12 };
}

/** Each axis of the cube is two faces: 0 and 3 for x, 1 and 4 for y, 2 and 5 for z. */
function onFace(point: Vec): { face: number; u: number; v: number } {
  const sizes = point.map(Math.abs) as [number, number, number];
  const axis = sizes.indexOf(Math.max(...sizes));
  const along = point[axis] as number;
  const u = (point[(axis + 1) % 3] as number) / Math.abs(along);
  const v = (point[(axis + 2) % 3] as number) / Math.abs(along);
  return { face: along < 0 ? axis + 3 : axis, u, v };
}

function fromFace(face: number, u: number, v: number): Vec {
  const axis = face % 3;
  const result: [number, number, number] = [0, 0, 0];
  result[axis] = face < 3 ? 1 : -1;
  result[(axis + 1) % 3] = u;
  result[(axis + 2) % 3] = v;
  return unit(result);
}
