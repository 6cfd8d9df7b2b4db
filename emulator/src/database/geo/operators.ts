import { requestFailed } from '../errors';
import type { CompileContext, Test } from '../query/compiled';
import { reach } from '../query/paths';
import type { Doc } from '../values/values';
import { geometriesOf, readNear } from './near';
import { readRegion } from './region';
import { shapeOrNone } from './shapes';

export const GEO_OPERATORS: ReadonlySet<string> = new Set(['$near', '$nearSphere', '$geoWithin', '$geoIntersects']);

/** Stands beside `$nearSphere: [lng, lat]` in a condition; read with it. */
export const NEAR_BOUNDS: ReadonlySet<string> = new Set(['$minDistance', '$maxDistance']);

/** Compiles a geo condition on one field. `$near` and `$nearSphere` also leave themselves in the context, for the order. */
export function compileGeo(path: string[], operator: string, condition: Doc, context: CompileContext): Test {
  if (operator === '$geoWithin' || operator === '$geoIntersects') {
    const region = readRegion(operator, condition[operator]);
    return (doc) =>
      reach(doc, path, (value) =>
        geometriesOf(value).some((one) => {
          const shape = shapeOrNone(one);
          return shape !== undefined && region.holds(shape);
        }),
      );
  }
  if (context.nested) throw requestFailed('geo $near must be top-level expr');
  if (context.near) throw requestFailed('geoNear fields must be unique');
  const near = readNear(path.join('.'), operator, condition);
  context.near = near;
  return (doc) => near.placeOf(doc) !== undefined;
}
