import { type GenericSchema, type InferOutput, safeParse } from 'valibot';

/** A schema by which a text that no client sent as input is read, such as a cell of a sheet. */
export type Reads = GenericSchema;
export type Read<S extends Reads> = InferOutput<S>;

/** What the contract's own schema makes of a text, or what is wrong with it, in Chinese. */
export function readBy<S extends Reads>(schema: S, text: string): { value: Read<S> } | { problem: string } {
  const result = safeParse(schema, text);
  return result.success ? { value: result.output } : { problem: result.issues[0].message };
}
