import { WireError } from '../service';

/** The one version that a local folder holds, and the alias under which the cloud routes calls to it. */
const CURRENT = ['$LATEST', '$DEFAULT'];

/** Throws WireError for a version that is not there: FUNCTION_QUALIFIER_NOT_FOUND, INVALID_PARAM. */
export function checkQualifier(name: string, qualifier: unknown): void {
  if (qualifier === undefined || qualifier === null || qualifier === '') return;
  if (typeof qualifier !== 'string') throw new WireError('INVALID_PARAM', 'qualifier must be a string');
  if (CURRENT.includes(qualifier)) return;
  throw new WireError(
    'FUNCTION_QUALIFIER_NOT_FOUND',
    `Qualifier parameter could not be found: ${name}:${qualifier.slice(0, 100)}`,
  );
}
