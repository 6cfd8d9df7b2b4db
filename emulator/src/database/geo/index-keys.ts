import { ancestorsOf, cover, idOf, leafOf, rangeOf } from './cells';
import { angleTo } from './relations';
import { readShape, type Shape } from './shapes';
import type { Vec } from './sphere';

/** Most cells that one document's geometry, or one query, is covered by. */
const DOCUMENT_CELLS = 8;
const QUERY_CELLS = 20;

const KEY_BYTES = 6;

/** The key of a document that has no geometry in this field, but one in another field of the index. */
export const NO_PLACE = Buffer.alloc(KEY_BYTES);

/** A stretch of index keys of one geo field: from inclusive, to exclusive. */
export interface CellSpan {
  from: Buffer;
  to: Buffer;
  /** True for the one key of a cell around the region: only what is larger than a point can be there. */
  around?: boolean;
}

/** The index keys of one geometry. */
export interface GeoKeys {
  keys: Buffer[];
  /** True for a point, which has one key, in the finest cell. */
  isPoint: boolean;
}

/** The index keys of a geometry: cells that cover it. Throws BadGeometry. */
export function geoKeys(value: unknown): GeoKeys {
  const shape = readShape(value);
  if (shape.flat) return { keys: [keyOf(leafOf(shape.points[0] as Vec))], isPoint: true };
  const cells = cover((point) => angleTo(point, shape), DOCUMENT_CELLS);
  return { keys: cells.map((cell) => keyOf(idOf(cell))), isPoint: false };
}

/** True for what counts as no geometry at all: such documents are left out of a geo index. */
export function isNowhere(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'symbol';
}

/** Where the entries of everything that touches a shape are. */
export function shapeSpans(shape: Shape): CellSpan[] {
  return spansOf((point) => angleTo(point, shape));
}

/** Where the entries of everything are that touches a region given by its distance (radians, 0 inside). */
export function spansOf(distance: (point: Vec) => number): CellSpan[] {
  const cells = cover(distance, QUERY_CELLS);
  const around = [...new Set(cells.flatMap(ancestorsOf))].map((id) => ({
    from: keyOf(id),
    to: keyOf(id + 1),
    around: true,
  }));
  const inside = cells.map((cell) => {
    const [from, to] = rangeOf(cell);
    return { from: keyOf(from), to: keyOf(to) };
  });
  return [...around, ...inside].sort((a, b) => Buffer.compare(a.from, b.from));
}

function keyOf(id: number): Buffer {
  const key = Buffer.allocUnsafe(KEY_BYTES);
  key.writeUIntBE(id, 0, KEY_BYTES);
  return key;
}
