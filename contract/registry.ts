import type { ActionSpec, ErrorOf, InputOf, OutputOf, ParsedInputOf } from './action';
import * as domains from './domains';
import { merged, type Merged } from './merged';

/** What a domain declares: actions whose names begin with its own. */
type Declared<T> = {
  [D in keyof T & string]: { [N in keyof T[D]]: N extends `${D}.${string}` ? ActionSpec : never };
};

/** Every action by its name: the one table that client, server, tests and documents are made from. */
export const actions = merged(domains satisfies Declared<typeof domains>);

export type Actions = Merged<typeof domains>;
export type ActionName = keyof Actions;
export type ActionInput<N extends ActionName> = InputOf<Actions[N]>;
export type ActionParsed<N extends ActionName> = ParsedInputOf<Actions[N]>;
export type ActionOutput<N extends ActionName> = OutputOf<Actions[N]>;
export type ActionError<N extends ActionName> = ErrorOf<Actions[N]>;
export type CommandName = { [N in ActionName]: Actions[N]['kind'] extends 'command' ? N : never }[ActionName];
export type QueryName = Exclude<ActionName, CommandName>;

/** What travels to a function; `contract` is the sender's `CONTRACT_VERSION`. */
export interface Wire {
  action: string;
  input: unknown;
  contract: number;
}

/** True for the name of a declared action; safe against names such as `__proto__`. */
export const isActionName = (name: unknown): name is ActionName =>
  typeof name === 'string' && Object.prototype.hasOwnProperty.call(actions, name);
