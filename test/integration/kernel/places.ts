import * as v from 'valibot';
import { encodeCursor } from '../../../cloudfunctions/kernel/paging';

/*
 * Where a client puts something into an input, found in the action's schema: a new action, and a new field of one, is
 * found without being named here.
 */

/** What is read of a schema: of every kind the library has, only these parts lead further down. */
interface Entry extends v.GenericSchema {
  wrapped?: Entry;
  entries?: Record<string, Entry>;
  item?: Entry;
  key?: Entry;
  value?: Entry;
  /** Of a variant they are schemas, of a choice texts. */
  options?: readonly unknown[];
  pipe?: readonly { type: string }[];
}

/** One place: how it is reached, and what the contract takes there. */
export interface Place {
  path: readonly (string | number)[];
  schema: Entry;
  /** The input with this value there. */
  put: (value: unknown) => unknown;
}

/** Values that some field takes: one of them fits every scalar that a contract of ours has declared so far. */
const samples: readonly unknown[] = [
  ...[
    '好的',
    'abc',
    'k1',
    encodeCursor([1, 'x']),
    'a'.repeat(20),
    '20261123',
    '202611',
    '110000',
    'JOINB1',
    '9787020002207',
  ],
  ...['1:s', 'bQ==', 'https://example.com/a', '13800138000', '00:00'],
  ...[1, 0, 10, 1_800_000_000_000, true],
];

const fits = (schema: Entry, value: unknown): boolean => v.safeParse(schema, value).success;

const isSchema = (option: unknown): option is Entry => typeof option === 'object' && option !== null;

/** Something that the schema takes, whole: what is optional is filled in. Undefined where no sample fits. */
export function sampleOf(schema: Entry): unknown {
  const { wrapped, entries, item, options = [], type } = schema;
  if (wrapped !== undefined) return sampleOf(wrapped) ?? (fits(schema, null) ? null : undefined);
  if (entries !== undefined) return sampleOfEntries(entries);
  if (item !== undefined)
    return [1, 2, 3, 4, 5]
      .map((size) => Array.from({ length: size }, () => sampleOf(item)))
      .find((list) => fits(schema, list));
  if (type === 'record') return {};
  if (type === 'literal') return (schema as unknown as { literal: unknown }).literal;
  const [first] = options;
  if (first !== undefined) return isSchema(first) ? sampleOf(first) : first;
  return samples.find((sample) => fits(schema, sample));
}

function sampleOfEntries(entries: Record<string, Entry>): Record<string, unknown> {
  const sampled = Object.entries(entries).map(([name, entry]) => [name, sampleOf(entry)] as const);
  return Object.fromEntries(sampled.filter(([, value]) => value !== undefined));
}

type Put = (value: unknown) => unknown;

/** Every place below one, with what good input has there or, where it has nothing, a sample. */
function below(schema: Entry, good: unknown, path: readonly (string | number)[], put: Put): Place[] {
  const { wrapped, entries, item, options = [] } = schema;
  if (wrapped !== undefined) return below(wrapped, good ?? sampleOf(wrapped), path, put);
  const here: Place[] = path.length === 0 ? [] : [{ path, schema, put }];
  if (item !== undefined) {
    const list = Array.isArray(good) && good.length > 0 ? (good as unknown[]) : [sampleOf(item)];
    return [...here, ...below(item, list[0], [...path, 0], (value) => put([value, ...list.slice(1)]))];
  }
  if (entries !== undefined) return [...here, ...belowEntries(entries, good, path, put)];
  const choices = options.filter(isSchema);
  const chosen = choices.find((choice) => fits(choice, good));
  const others = choices.filter((choice) => choice !== chosen).map((choice) => [choice, sampleOf(choice)] as const);
  const all = chosen === undefined ? others : [[chosen, good] as const, ...others];
  return [...here, ...all.flatMap(([choice, value]) => below(choice, value, [...path], put).slice(1))];
}

function belowEntries(entries: Record<string, Entry>, good: unknown, path: Place['path'], put: Put): Place[] {
  const whole = { ...(good as Record<string, unknown>) };
  return Object.entries(entries).flatMap(([name, entry]) => {
    const rest = { ...whole };
    Reflect.deleteProperty(rest, name);
    return below(entry, whole[name] ?? sampleOf(entry), [...path, name], (value) =>
      put({ ...rest, [name]: value }),
    ).map((place, index) => (index === 0 ? { ...place, schema: entry } : place));
  });
}

/** Every place of an action's input, given a good one. */
export const placesOf = (schema: v.GenericSchema, good: unknown): Place[] => below(schema, good, [], (value) => value);

/** Free text, mended and judged by `readText`: what looks like a path or an operator is only words there. */
export const isFreeText = ({ schema }: Place): boolean => {
  const inner = (entry: Entry): Entry => (entry.wrapped ? inner(entry.wrapped) : entry);
  return inner(schema).pipe?.some(({ type }) => type === 'raw_transform') ?? false;
};

/** As it is written in a message. */
export const nameOf = ({ path }: Place): string => path.join('.');
