import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ActionInput, CommandName } from '../../../contract/registry';
import type { Stack } from '../../support/stack';

/** A command that will succeed and change something for the person who gives it. */
export interface Ready<N extends CommandName> {
  /** A persona of the demo city. */
  who: string;
  input: ActionInput<N>;
  /** Names, beyond those in the input, of what it changes: ids, months, words to search for. */
  about?: readonly string[];
}

/** What of the demo city is arranged with. */
export type City = Pick<Stack, 'call' | 'db' | 'url'>;

/** Arranges the demo city so far that the command can be given. */
export type Arrange<N extends CommandName> = (city: City, now: number) => Promise<Ready<N>>;

/** What a domain's `acts.ts` exports as `acts`: each of its commands, as it changes most. */
export type Acts<Domain extends string> = { [N in Extract<CommandName, `${Domain}.${string}`>]: Arrange<N> };

const folder = join(__dirname, '..');
const load = createRequire(__filename);

/** The acts of all domains, by the command. */
export const acts: Readonly<Partial<Record<CommandName, Arrange<CommandName>>>> = Object.assign(
  {},
  ...readdirSync(folder)
    .map((domain) => join(folder, domain, 'acts.ts'))
    .filter((file) => file !== __filename && existsSync(file))
    .map((file) => (load(file) as { acts: Acts<string> }).acts),
) as Partial<Record<CommandName, Arrange<CommandName>>>;
