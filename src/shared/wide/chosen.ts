import { createContext, useContext } from 'react';
import { go, type RouteName, type Routes } from '@/shared/nav';

/** Pages of one thing, which can also stand beside the list it was chosen from. */
export type ThingRoute = {
  [N in RouteName]: Routes[N] extends { id: string } ? N : never;
}[RouteName];
/** What has no page of its own is read in full in its list on a phone. */
export type PaneName = ThingRoute | 'ticket';

export interface Chosen {
  name: PaneName;
  id: string;
}

export const samePane = (one: Chosen, other: Chosen): boolean => one.name === other.name && one.id === other.id;

/** The list's page, for those who stand on it; `choose` shows a thing in the pane. */
export interface BesideScope {
  shows: (name: PaneName) => boolean;
  choose: (chosen: Chosen) => void;
  /** The way to what stands in the pane now, last step last. */
  trail: readonly Chosen[];
  /** A pane took the room of the table that the list was. */
  narrow: boolean;
}

export const BesideContext = createContext<BesideScope | null>(null);

/** Whether this stands in the pane. */
export const InPane = createContext(false);

export interface Opener {
  open: (id: string) => void;
  /** It stands beside the list now. */
  isCurrent: (id: string) => boolean;
}

/** Opens things of one kind: beside their list where the window has room, else as pages. */
export function useOpener(name: PaneName): Opener {
  const beside = useContext(BesideContext);
  if (beside?.shows(name)) {
    return {
      open: (id) => beside.choose({ name, id }),
      isCurrent: (id) => beside.trail.some((step) => step.id === id),
    };
  }
  return { open: (id) => openPage({ name, id }), isCurrent: () => false };
}

/** The same for one thing, such as a row of its own. */
export function useOpen(name: PaneName, id: string): { open: () => void; current: boolean } {
  const { open, isCurrent } = useOpener(name);
  return { open: () => open(id), current: isCurrent(id) };
}

export const hasPage = (name: PaneName): name is ThingRoute => name !== 'ticket';

/** Shows it as a page of its own, if it has one. */
export function openPage({ name, id }: Chosen): void {
  if (hasPage(name)) go(name, { id });
}
