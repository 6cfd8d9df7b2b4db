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
}

export const BesideContext = createContext<BesideScope | null>(null);

/** Whether this stands in the pane. */
export const InPane = createContext(false);

export interface Opener {
  open: () => void;
  /** It stands beside the list now. */
  current: boolean;
}

/** Opens one thing: beside its list where the window has room, else as a page. */
export function useOpen(name: PaneName, id: string): Opener {
  const beside = useContext(BesideContext);
  if (beside?.shows(name)) {
    return { open: () => beside.choose({ name, id }), current: beside.trail.some((step) => step.id === id) };
  }
  return { open: () => openPage({ name, id }), current: false };
}

/** Shows it as a page of its own, if it has one. */
export function openPage({ name, id }: Chosen): void {
  if (name !== 'ticket') go(name, { id });
}
