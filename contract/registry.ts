import type { ActionSpec, ErrorOf, InputOf, OutputOf, ParsedInputOf } from './action';
import { bookActions } from './domains/book/actions';
import { checkinActions } from './domains/checkin/actions';
import { eventActions } from './domains/event/actions';
import { feedbackActions } from './domains/feedback/actions';
import { homeActions } from './domains/home/actions';
import { meActions } from './domains/me/actions';
import { orgActions } from './domains/org/actions';
import { recommendationActions } from './domains/recommendation/actions';
import { shelfActions } from './domains/shelf/actions';

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
