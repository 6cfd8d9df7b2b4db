import type { ActionSpec, ErrorOf, InputOf, OutputOf, ParsedInputOf } from './action';
import { bookActions } from './actions/book';
import { checkinActions } from './actions/checkin';
import { eventActions } from './actions/event';
import { feedbackActions } from './actions/feedback';
import { homeActions } from './actions/home';
import { meActions } from './actions/me';
import { orgActions } from './actions/org';
import { recommendationActions } from './actions/recommendation';
import { shelfActions } from './actions/shelf';

/** Every action by its name: the one table that client, server, tests and documents are made from. */
export const actions = {
  ...meActions,
  ...orgActions,
  ...homeActions,
  ...checkinActions,
  ...bookActions,
  ...shelfActions,
  ...recommendationActions,
  ...eventActions,
  ...feedbackActions,
} satisfies Record<string, ActionSpec>;

export type Actions = typeof actions;
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
