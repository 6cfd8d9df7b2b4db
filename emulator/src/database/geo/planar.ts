import { requestFailed } from '../errors';
import { isCoordinate, type Shape } from './shapes';
import type { Position } from './sphere';

/** Flat regions of `$geoWithin`, in degrees as on graph paper: `$box`, `$center`, `$polygon`. They hold points only. */
const REGIONS: Readonly<Record<string, (operand: unknown) => (at: Position) => boolean>> = {
  $box: (operand) => {
    const corners = points(operand);
    if (corners.length !== 2) throw requestFailed('$box needs two corners');
    const [[x1, y1], [x2, y2]] = corners as [Position, Position];
    const between = (a: number, b: number, x: number): boolean => x >= Math.min(a, b) && x <= Math.max(a, b);
    return ([x, y]) => between(x1, x2, x) && between(y1, y2, y);
  },
  $center: (operand) => {
    const [centre, radius] = Array.isArray(operand) ? (operand as unknown[]) : [];
    const [[cx, cy]] = points([centre]) as [Position];
    if (!isCoordinate(radius) || radius < 0) throw requestFailed('radius must be a non-negative number');
    return ([x, y]) => Math.hypot(x - cx, y - cy) <= radius;
  },
  $polygon: (operand) => {
    const corners = points(operand);
    if (corners.length < 3) throw requestFailed('Polygon must have at least 3 points');
    return (at) => inRing(corners, at);
  },
};

/** The test of a flat region; undefined when `operand` names none. */
export function flatRegion(operator: string, operand: unknown): ((shape: Shape) => boolean) | undefined {
  const make = Object.hasOwn(REGIONS, operator) ? REGIONS[operator] : undefined;
  const holds = make?.(operand);
  return holds && (({ flat }) => flat !== undefined && holds(flat));
}

/** Pairs, or objects of two numbers, whatever their names. */
function points(value: unknown): Position[] {
  const list: unknown[] = Array.isArray(value) ? value : Object.values(value ?? {});
  return list.map((point) => {
    const [x, y] = Object.values(point ?? {}) as unknown[];
    if (!isCoordinate(x) || !isCoordinate(y)) throw requestFailed('Point must only contain numeric elements');
    return [x, y];
  });
}

function inRing(ring: readonly Position[], [x, y]: Position): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [xi, yi] = ring[i] as Position;
    const [xj, yj] = ring[j] as Position;
    const turn = (xj - xi) * (y - yi) - (yj - yi) * (x - xi);
    if (turn === 0 && (x - xi) * (x - xj) <= 0 && (y - yi) * (y - yj) <= 0) return true;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
