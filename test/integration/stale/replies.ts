import * as v from 'valibot';
import type { ActionSpec } from '../../../contract/action';
import { actions, type QueryName } from '../../../contract/registry';
import { among } from '../../../cloudfunctions/kernel/port';
import { inLanes } from '../../../scripts/lib/lanes';
import type { Stack } from '../../support/stack';

const specs = Object.entries(actions) as [QueryName, ActionSpec][];
export const queries = specs.filter(([, { kind }]) => kind === 'query').map(([name]) => name);

interface Entry extends v.GenericSchema {
  wrapped?: Entry;
  /** Of a choice; of alternatives they are schemas, which no name fits. */
  options?: readonly unknown[];
}

/** Names, and which of them are of orgs and of members: elsewhere a field for one of these is answered that there is none. */
export interface Names {
  all: readonly string[];
  orgId: readonly string[];
  memberId: readonly string[];
}

async function sorted({ db }: Pick<Stack, 'db'>, all: readonly string[]): Promise<Names> {
  const found = { _id: among(all) };
  const [orgs, members] = await Promise.all([
    db.orgs.find(found, { limit: all.length + 1 }),
    db.members.find(found, { limit: all.length + 1 }),
  ]);
  return { all, orgId: orgs.map(({ _id }) => _id), memberId: members.map(({ _id }) => _id) };
}

/** What one field of a query's input may be: every choice where there are few, else the names that fit. */
function choices([field, entry]: [string, Entry], names: Names): unknown[] {
  if (entry.wrapped) return [undefined, ...(entry.wrapped.options ?? [])];
  const chosen = entry.options?.every((option) => typeof option === 'string');
  if (chosen) return [...(entry.options ?? [])];
  const fitting = field === 'orgId' || field === 'memberId' ? names[field] : names.all;
  return fitting.filter((name) => v.safeParse(entry, name).success);
}

/** Every input that a query takes with these names. */
export function inputsOf(name: QueryName, names: Names): object[] {
  const { entries } = actions[name].input as unknown as { entries: Record<string, Entry> };
  return Object.entries(entries).reduce<object[]>(
    (inputs, field) =>
      inputs.flatMap((input) => choices(field, names).map((value) => ({ ...input, [field[0]]: value }))),
    [{}],
  );
}

/** Every text in a value. */
export const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** What these queries answer to a person who asks for whatever bears these names, by the query and its input. */
export async function repliesTo(
  stack: Pick<Stack, 'callAs' | 'db'>,
  asked: readonly QueryName[],
  who: string,
  texts: readonly string[],
): Promise<Map<string, { query: QueryName; reply: string }>> {
  const names = await sorted(stack, texts);
  const replies = new Map<string, { query: QueryName; reply: string }>();
  for (const query of asked) {
    // Two at a time: they change nothing; more would each start a worker of the function, which takes longer than they do.
    const asking = inputsOf(query, names).map((input) => async () => {
      const answer = await stack.callAs(who, query, input);
      // The time is no news, and a refusal bears a number of its own.
      const news = answer.ok ? { ...answer.data, now: undefined } : answer.code;
      return [`${query} ${JSON.stringify(input)}`, { query, reply: JSON.stringify(news) }] as const;
    });
    for (const [key, reply] of await inLanes(2, asking)) replies.set(key, reply);
  }
  return replies;
}
