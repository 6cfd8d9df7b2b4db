import type { Value } from '../../../cloudfunctions/kernel/port';

/** Every text of a document with the path to it. */
export function textsOf(value: Value | undefined, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [`${path}.${key}`, key] as [string, string],
    ...textsOf(inner, `${path}.${key}`),
  ]);
}
