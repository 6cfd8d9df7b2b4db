import { safeParse, type GenericSchema } from 'valibot';
import { isBlank } from './left';

interface Options {
  /** The paths of the fields as they stand on screen; what lies below one of them stands with it. */
  order: readonly string[];
  /** What a field says that is not filled in, where the form knows better than the schema. */
  blank?: Readonly<Record<string, string>>;
}

/** A command id that any schema takes: a form is checked before it has one. */
const SOME_ID = 'x'.repeat(22);

const liesIn = (path: string, place: string): boolean => path === place || path.startsWith(`${place}.`);

/**
 * What the server would refuse of an input, by the contract's own schema and in its words: a message for each path, in
 * the order of the screen. It brings the schemas along, so only what lies in a subpackage may use it (ADR 30).
 */
export function problemsOf(
  schema: GenericSchema,
  input: object,
  { order, blank = {} }: Options,
): Record<string, string> {
  const { issues = [] } = safeParse(schema, { ...input, commandId: SOME_ID });
  const found = new Map<string, string>();
  for (const { path: keys = [], message } of issues) {
    const path = keys.map(({ key }) => String(key)).join('.');
    const place = Object.keys(blank).find((name) => liesIn(path, name));
    const own = place !== undefined && isBlank(input, path) ? blank[place] : undefined;
    // The first thing wrong with a field is told, the next once that is mended.
    if (!found.has(path)) found.set(path, own ?? message);
  }
  const rank = (path: string) => {
    const at = order.findIndex((place) => liesIn(path, place));
    return at < 0 ? order.length : at;
  };
  return Object.fromEntries([...found].sort(([a], [b]) => rank(a) - rank(b)));
}
