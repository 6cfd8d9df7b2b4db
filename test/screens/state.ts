import type { ErrorCode } from '../../contract/errors';
import type { Visitor } from '../e2e/visitor';

/** The demo city, to open pages of its things. */
export interface City {
  /** The id of a book by its whole title. */
  book(title: string): Promise<string>;
  /** Ids by the keys in `demo/`. */
  event(key: string): string;
  recommendation(key: string): string;
}

/**
 * What becomes of every call while a state is opened: it gets no answer (`waits`), does not arrive (`lost`), or is
 * refused with this code. Without one the calls are answered.
 */
export type Fate = 'waits' | 'lost' | ErrorCode;

/** One thing that a screen can look like. */
export interface State {
  /** A word for the name of the file, such as `waiting`. */
  name: string;
  /** What the sheet says below the picture. */
  caption: string;
  /** As whom; nobody has chosen yet when null. */
  persona: string | null;
  parameters?: (city: City) => Record<string, string> | Promise<Record<string, string>>;
  fate?: Fate;
  /** On screen when the page is there. */
  shows?: string | RegExp;
  /** What is done then, to get to the state. */
  steps?: (visitor: Visitor, city: City) => Promise<void>;
}

/** The states of each page, by its route. */
export type States = Record<string, readonly State[]>;

/** No answer yet, and no answer that helps: two states of any page that asks for something. */
export const unanswered = (persona: string, parameters?: State['parameters']): State[] => [
  { name: 'loading', caption: '还在等回应', persona, parameters, fate: 'waits' },
  { name: 'failed', caption: '系统出错', persona, parameters, fate: 'INTERNAL' },
];

/** Opened from a link by somebody without the permission: a state of every page that needs one. */
export const refused: State = { name: 'refused', caption: '没有这个职责', persona: 'youth', shows: /可以/ };

/** Opened again without network: what was seen before, and how old it is. */
export const seenBefore = (persona: string, route: string, shows: string | RegExp): State => ({
  name: 'seen-before',
  caption: '离线，看过的',
  persona,
  shows,
  steps: async (visitor) => {
    await visitor.page.route('**/gateway/call', (call) => call.abort('internetdisconnected'));
    await visitor.open(`/${route}`);
    await visitor.sees(/^这是今天/);
  },
});
