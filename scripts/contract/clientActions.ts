import type { ActionSpec, ClientAction } from '../../contract/action';
import { actions } from '../../contract/registry';

export const clientActionsFile = 'contract/clientActions.ts';

/** The keys that are carried; the compiler holds them equal to `ClientAction`. */
const carried: Record<keyof ClientAction, true> = { served: true, offline: true, stale: true, behind: true };

/** What an action declares under these keys, in this order; `undefined` where it declares none. */
function valuesOf(spec: ActionSpec): Partial<ClientAction> | undefined {
  const keys = (Object.keys(carried) as (keyof ClientAction)[]).filter((key) => spec[key] !== undefined);
  return keys.length === 0 ? undefined : Object.fromEntries(keys.map((key) => [key, spec[key]]));
}

/** The client's plain values of the actions: a line for each one that has any, so that a change of one is seen as one. */
export function clientActions(): string {
  const lines = Object.entries<ActionSpec>(actions)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, spec]) => {
      const values = valuesOf(spec);
      return values === undefined ? [] : [`  ${JSON.stringify(name)}: ${JSON.stringify(values)},`];
    });
  return [
    "import type { ClientAction } from './action';",
    "import type { ActionName } from './registry';",
    '',
    '/**',
    ' * What the client carries of the actions (see `ClientAction`), without their schemas. Made from their declarations by',
    ' * `npm run build -- contract`; do not edit.',
    ' */',
    'export const clientActions: { readonly [N in ActionName]?: ClientAction } = {',
    ...lines,
    '};',
    '',
  ].join('\n');
}
