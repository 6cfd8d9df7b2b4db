/*
 * What a schema of the contract lets through, as a list of its fields: read from the schema itself, so that nothing can be
 * in a reply which the self-check has not seen.
 */

/** The part of a valibot schema that is looked at. */
interface Schema {
  type: string;
  entries?: Record<string, Schema>;
  item?: Schema;
  wrapped?: Schema;
  options?: readonly unknown[];
  value?: Schema;
  key?: Schema;
}

/** One object that a schema lets through. */
export interface Shape {
  /** From the top, in dots; `*` is any element. */
  path: string;
  /** Its fields, and what each is: `number`, `string`, `array`, `object` … */
  fields: Record<string, string>;
  /** It is one of several. */
  listed: boolean;
}

/** One choice of words in a schema. */
export interface Choice {
  path: string;
  options: readonly string[];
}

export interface Walked {
  shapes: Shape[];
  choices: Choice[];
}

/** Without what only says that it may be absent. */
const bare = (schema: Schema): Schema => (schema.wrapped === undefined ? schema : bare(schema.wrapped));

const isObject = ({ entries }: Schema): boolean => entries !== undefined;

/** Everything in a schema, by its paths. */
export function walk(schema: unknown): Walked {
  const found: Walked = { shapes: [], choices: [] };
  visit(bare(schema as Schema), '', false);
  return found;

  function visit(at: Schema, path: string, listed: boolean): void {
    const below = (key: string): string => (path === '' ? key : `${path}.${key}`);
    if (at.entries !== undefined) {
      const entries = Object.entries(at.entries).map(([key, one]) => [key, bare(one)] as const);
      const kind = (one: Schema): string => (isObject(one) ? 'object' : one.type);
      found.shapes.push({ path, listed, fields: Object.fromEntries(entries.map(([key, one]) => [key, kind(one)])) });
      for (const [key, one] of entries) visit(one, below(key), false);
    }
    if (at.item !== undefined) visit(bare(at.item), below('*'), true);
    if (at.value !== undefined && at.type === 'record') visit(bare(at.value), below('*'), true);
    if (at.type === 'picklist') found.choices.push({ path, options: (at.options ?? []).map(String) });
    else for (const option of at.options ?? []) visit(bare(option as Schema), path, listed);
  }
}
