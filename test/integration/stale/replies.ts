import * as v from 'valibot';
import type { ActionSpec } from '../../../contract/action';
import { actions, type ActionInput, type QueryName } from '../../../contract/registry';
import type { Stack } from '../../support/stack';

const specs = Object.entries(actions) as [QueryName, ActionSpec][];
export const queries = specs.filter(([, { kind }]) => kind === 'query').map(([name]) => name);

interface Entry extends v.GenericSchema {
  wrapped?: Entry;
  options?: readonly string[];
}

/** What one field of a query's input may be: every choice where there are few, else the names that fit. */
function choices(entry: Entry, names: readonly string[]): unknown[] {
  if (entry.wrapped) return [undefined, ...(entry.wrapped.options ?? [])];
  return entry.options ? [...entry.options] : names.filter((name) => v.safeParse(entry, name).success);
}

/** Every input that a query takes with these names. */
export function inputsOf(name: QueryName, names: readonly string[]): object[] {
  const { entries } = actions[name].input as unknown as { entries: Record<string, Entry> };
  return Object.entries(entries).reduce<object[]>(
    (inputs, [field, entry]) =>
      inputs.flatMap((input) => choices(entry, names).map((value) => ({ ...input, [field]: value }))),
    [{}],
  );
}

/** Every text in a value. */
export const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** What all queries answer to a person who asks for whatever bears these names, by the query and its input. */
export async function repliesTo(
  { callAs }: Pick<Stack, 'callAs'>,
  who: string,
  names: readonly string[],
): Promise<Map<string, { query: QueryName; reply: string }>> {
  const replies = new Map<string, { query: QueryName; reply: string }>();
  for (const query of queries) {
    for (const input of inputsOf(query, names)) {
      const answer = await callAs(who, query, input as ActionInput<typeof query>);
      // The time is no news, and a refusal bears a number of its own.
      const news = answer.ok ? { ...answer.data, now: undefined } : answer.code;
      replies.set(`${query} ${JSON.stringify(input)}`, { query, reply: JSON.stringify(news) });
    }
  }
  return replies;
}
