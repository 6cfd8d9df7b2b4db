/* Values of which nothing is known: what an earlier launch, perhaps another version, stored. */

export type Fields = Readonly<Partial<Record<string, unknown>>>;

export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};
export const isText = (value: unknown): value is string => typeof value === 'string';
export const isNumber = (value: unknown): value is number => Number.isFinite(value);
