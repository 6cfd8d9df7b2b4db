import { useSyncExternalStore } from 'react';

/** A document that is being edited. `revision` is the one it was read at; absent for a new document. */
export interface Draft {
  text: string;
  revision?: string;
}

const STORE = 'console-drafts';

/**
 * What is being edited lives outside the views: neither a refresh, nor another place, nor a reload of the page loses
 * it. It ends with the tab.
 */
let drafts: Readonly<Record<string, Draft>> = read();
const listeners = new Set<() => void>();

/** A new document of a collection has no id yet. */
export const draftKey = (collection: string, id = ''): string => `${collection}\n${id}`;

export function setDraft(key: string, draft: Draft | undefined): void {
  const others = Object.fromEntries(Object.entries(drafts).filter(([other]) => other !== key));
  drafts = draft ? { ...others, [key]: draft } : others;
  try {
    sessionStorage.setItem(STORE, JSON.stringify(drafts));
  } catch {
    // Too large to be kept over a reload; it is still kept until then.
  }
  for (const listener of listeners) listener();
}

export function useDrafts(): Readonly<Record<string, Draft>> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => drafts,
  );
}

function read(): Readonly<Record<string, Draft>> {
  try {
    return JSON.parse(sessionStorage.getItem(STORE) ?? '{}') as Record<string, Draft>;
  } catch {
    return {};
  }
}
