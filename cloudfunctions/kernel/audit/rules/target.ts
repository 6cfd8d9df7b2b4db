import { exportPurposes } from '../../../../contract/domains/audit/constants';

const isId = (key: string): boolean => key === 'id' || (key.endsWith('Id') && key !== 'commandId');

/** A purpose is one of a list, so nothing that a person wrote comes in by it. */
const isPurpose = (key: string, value: string): boolean =>
  key === 'purpose' && exportPurposes.some((purpose) => purpose === value);

/**
 * The ids that an action touched, from its input and its reply, what data is taken out for, and how many rows a thing of
 * the reply has: `orgId=o1 event=e1 purpose=report`. Looks one level deep.
 */
export function targetOf(input: unknown, output: unknown): string {
  const found = new Set<string>();
  for (const [key, value] of Object.entries({ ...(input as object) })) {
    if (typeof value === 'string' && (isId(key) || isPurpose(key, value))) found.add(`${key}=${value}`);
  }
  for (const [key, value] of Object.entries({ ...(output as object) })) {
    const { id, rows } = { ...(value as { id?: unknown; rows?: unknown } | null | undefined) };
    if (typeof id === 'string') found.add(`${key}=${id}`);
    if (typeof rows === 'number') found.add(`${key}.rows=${rows}`);
  }
  return [...found].join(' ');
}

/** The parts of a target again, each a name and what it is. */
export const partsOf = (target: string): { key: string; value: string }[] =>
  target
    .split(' ')
    .filter((part) => part.includes('='))
    .map((part) => ({ key: part.slice(0, part.indexOf('=')), value: part.slice(part.indexOf('=') + 1) }));

/** What in a target is no id: a purpose, and what the summary of an hour's refusals counts. */
const isCount = (key: string): boolean => key === 'since' || key === 'calls' || key.includes('.');

/** The ids in a target, each once. */
export const idsIn = (target: string): string[] => [
  ...new Set(
    partsOf(target)
      .filter(({ key }) => key !== 'purpose' && !isCount(key))
      .map(({ value }) => value),
  ),
];
