import { actions } from '../../contract/registry';
import type { ActionSpec } from '../../contract/action';
import { config } from '../../contract/config';
import { subjectsOf } from '../../cloudfunctions/kernel/personal';
import { schema } from '../../cloudfunctions/schema';

/** What the self-check looks at: the contract, the collections and the configuration, or a sample of them. */
export interface Examined {
  actions: Readonly<Record<string, Pick<ActionSpec, 'summary' | 'input' | 'output'>>>;
  /** Every field that a collection declares, by the collection's name. */
  collections: Readonly<Record<string, readonly string[]>>;
  config: Readonly<Record<string, unknown>>;
}

interface Exported {
  columns?: Readonly<Record<string, string | readonly unknown[]>>;
  internal?: readonly string[];
}

/** The fields that a declaration names: those that are exported, internal or indexed. */
function fieldsOf(name: keyof typeof schema): string[] {
  const { subjects, indexes } = schema[name] as (typeof schema)[typeof name] & { subjects: never };
  const exported = subjectsOf(subjects).flatMap(({ exported: said }) => {
    const { columns = {}, internal = [] } = said as Exported;
    return [...Object.values(columns).map((column) => String(Array.isArray(column) ? column[0] : column)), ...internal];
  });
  return [...new Set([...exported, ...indexes.flatMap(({ keys }) => keys.map(([key]) => key))])];
}

/** The product as it is. */
export const product = (): Examined => ({
  actions,
  collections: Object.fromEntries(
    (Object.keys(schema) as (keyof typeof schema)[]).map((name) => [name, fieldsOf(name)]),
  ),
  config: config as unknown as Record<string, unknown>,
});
