import { ACCUMULATORS } from '../src/database/aggregate/accumulators';
import { OPERATORS } from '../src/database/aggregate/expression/registry';
import { STAGES } from '../src/database/aggregate/stages/registry';
import { FUNCTIONS } from '../src/database/aggregate/stages/window-functions';
import { FIELD_OPERATORS, TOP_OPERATORS } from '../src/database/query/filter';
import { UPDATE_OPERATORS } from '../src/database/update/update';
import { MANUAL, type Page } from './manual';

/** What is written inside another operator, and so has no entry of its own. */
const PARTS: Readonly<Partial<Record<Page, readonly string[]>>> = {
  query: ['$geometry', '$maxDistance', '$minDistance', '$box', '$center', '$centerSphere', '$polygon', '$rand'],
  projection: ['$', '$elemMatch', '$slice'],
  update: ['$', '$[]', '$each', '$position', '$slice', '$sort'],
  stages: ['$geoNear'],
};

/** The operators that the emulator really has, by page of the manual, from its own registries. */
export const SUPPORTED: Readonly<Record<Page, ReadonlySet<string>>> = {
  query: new Set([...TOP_OPERATORS.keys(), ...FIELD_OPERATORS.keys(), ...(PARTS.query ?? [])]),
  projection: new Set(PARTS.projection),
  update: new Set([...UPDATE_OPERATORS.keys(), ...(PARTS.update ?? [])]),
  stages: new Set([...STAGES.keys(), ...(PARTS.stages ?? [])]),
  expressions: new Set([...OPERATORS.keys()].filter((name) => name !== '$const')),
  accumulators: new Set(ACCUMULATORS.keys()),
  windows: new Set(FUNCTIONS.keys()),
};

const TITLES: Readonly<Record<Page, string>> = {
  query: 'Query operators',
  projection: 'Projection operators',
  update: 'Update operators and modifiers',
  stages: 'Aggregation stages',
  expressions: 'Aggregation expressions',
  accumulators: 'Accumulators of `$group`, `$bucket`, `$bucketAuto` (and of windows)',
  windows: 'Further window functions',
};

/** Operators of a page that the emulator refuses. */
export const refusedOf = (page: Page): string[] => MANUAL[page].filter((name) => !SUPPORTED[page].has(name));

const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ') || 'none';

const section = (page: Page): string[] => {
  const known = MANUAL[page].filter((name) => SUPPORTED[page].has(name));
  const refused = refusedOf(page);
  return [
    `## ${TITLES[page]}`,
    '',
    `Here (${known.length} of ${MANUAL[page].length}): ${list(known)}.`,
    '',
    `Refused by name, \`DATABASE_REQUEST_FAILED\`: ${list(refused)}.`,
    '',
  ];
};

/** `docs/operators.md`: every operator of MongoDB's manual, made from the emulator's registries. */
export const operators = (): string =>
  [
    '# Operators of the local CloudBase',
    '',
    'Made from the registries of `src/database/` and the lists of the MongoDB manual; do not edit. To make it again:',
    '`npm run operators`. Tests prove that each operator listed as here has a parity case, and that each refused',
    'one is refused, wherever it stands. What behaves differently is in [parity.md](parity.md).',
    '',
    ...(Object.keys(MANUAL) as Page[]).flatMap(section),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
