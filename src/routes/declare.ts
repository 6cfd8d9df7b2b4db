import type { Permission } from '@contract/permissions';
import type { NoticeKind } from '@contract/shared/notices/constants';

/** The tabs (标签页). A new function earns none, so these few are named here. */
export type TabName = 'today' | 'shelf' | 'events' | 'me';

/**
 * Where on 我的 an entry stands: what an organiser begins, what there is of it, organisations and who belongs to them,
 * one's own reading, the programme.
 */
export type MenuGroup = 'begin' | 'manage' | 'people' | 'reading' | 'programme';

export interface MenuEntry<P> {
  group: MenuGroup;
  title: string;
  /** One line below the title; buttons have none. */
  context?: string;
  /** Smaller numbers first; tens leave room between. */
  order: number;
  /** What the page is opened with. */
  with?: P;
  /** Only for members: visitors find the way in above the menu. */
  members?: true;
  /** For whom, where the page itself is for everybody; else whoever may open the page. `any role`: beyond belonging. */
  needs?: Permission | 'any role';
}

/** Who may open a page; whoever may not is told so by words in its place. */
export interface Guard {
  permission: Permission;
  /** Of the page, over those words. */
  title: string;
  /** What somebody without the permission can do about his wish. */
  instead?: string;
}

interface Options<P> {
  tab?: { text: string; order: number };
  needs?: Guard;
  menu?: MenuEntry<P>;
  /** Kinds of what waits on 我的 (`WaitingItem.source`) that are dealt with here: opened with `id`. */
  waiting?: readonly string[];
  /** Kinds of notices that lead here: opened with the notice's `thing` as `id`. */
  notices?: readonly NoticeKind[];
  /** Likely to be opened from these tabs next: its package is fetched while they are looked at, on wifi. */
  after?: readonly TabName[];
  /** Not in the mini-program, only in the browser preview. */
  only?: 'h5';
  /** Paths it had in versions that were published; links to them lead here. */
  formerly?: readonly string[];
}

/** A page as it is declared. */
export interface Declared extends Options<object | undefined> {
  /** Below `src`, without the final `/index`; one that people may have stored or forwarded never changes. */
  path: string;
}

/** `P`: the parameters it takes, or undefined. `G`: what it gives back to the page that opened it to have something picked. */
export interface Page<P = undefined, G = never> extends Options<P> {
  path: string;
  /** For types alone: never there. */
  types?: (parameters: P, gives: G) => void;
}

/** Declares one page. Plain data: the build reads it as well as the app. */
export const page = <P = undefined, G = never>(path: string, options: Options<P> = {}): Page<P, G> => ({
  path,
  ...options,
});
