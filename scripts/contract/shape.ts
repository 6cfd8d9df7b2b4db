import type { GenericSchema } from 'valibot';

/** What a value looks like, without the rules on its contents: those may change, and answer with words. */
export type Shape =
  | { is: 'string' | 'number' | 'boolean' | 'null' }
  | { is: 'one of'; values: (string | number | boolean)[] }
  | { is: 'list'; of: Shape }
  | { is: 'record'; of: Shape }
  | { is: 'either'; of: Shape[] }
  | { is: 'object'; fields: Record<string, Field> };
export interface Field {
  shape: Shape;
  optional: boolean;
}

/** The parts of a valibot schema that are read here. */
interface Parts {
  type: string;
  options?: readonly unknown[];
  literal?: string | number | boolean;
  item?: Parts;
  value?: Parts;
  wrapped?: Parts;
  entries?: Record<string, Parts>;
}

const plain = ['string', 'number', 'boolean', 'null'] as const;

const needed = <T>(part: T | undefined, type: string): T => {
  if (part === undefined) throw new Error(`a schema “${type}” that cannot be described`);
  return part;
};

function shapeOfParts(parts: Parts): Shape {
  const { type } = parts;
  const simple = plain.find((name) => name === type);
  if (simple !== undefined) return { is: simple };
  switch (type) {
    case 'literal':
      return { is: 'one of', values: [needed(parts.literal, type)] };
    case 'picklist':
      return { is: 'one of', values: [...(parts.options as string[])].sort() };
    case 'array':
      return { is: 'list', of: shapeOfParts(needed(parts.item, type)) };
    case 'record':
      return { is: 'record', of: shapeOfParts(needed(parts.value, type)) };
    case 'nullable':
      return { is: 'either', of: [shapeOfParts(needed(parts.wrapped, type)), { is: 'null' }] };
    case 'optional':
      return shapeOfParts(needed(parts.wrapped, type));
    case 'variant':
    case 'union':
      return { is: 'either', of: (parts.options as Parts[]).map(shapeOfParts) };
    case 'object':
    case 'strict_object':
      return { is: 'object', fields: fieldsOf(needed(parts.entries, type)) };
    default:
      throw new Error(`no shape is known for the schema “${type}”; add it to scripts/contract/shape.ts`);
  }
}

const fieldsOf = (entries: Record<string, Parts>): Record<string, Field> =>
  Object.fromEntries(
    Object.entries(entries)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, parts]) => [name, { shape: shapeOfParts(parts), optional: parts.type === 'optional' }]),
  );

/** The shape that a schema of the contract asks for. Throws for a kind of schema that the contract did not use before. */
export const shapeOf = (schema: GenericSchema): Shape => shapeOfParts(schema);
