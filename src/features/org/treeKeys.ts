import { useEffect } from 'react';
import { drawn, onKeyDown } from '@/shared/dom';

const PREFIX = 'org-row-';

/** The element id of a node's row. */
export const rowId = (id: string): string => `${PREFIX}${id}`;

interface Ways {
  /** → opens the node that has the focus, ← closes it; gives whether that changed anything. */
  set: (id: string, open: boolean) => boolean;
  /** Where ← leads from a node that is closed. */
  parentOf: (id: string) => string | null;
}

/** ← and → in the tree of the browser build; ↑ and ↓ are those of any list. */
export function useTreeKeys({ set, parentOf }: Ways): void {
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') {
      return onKeyDown((event) => {
        const opens = event.key === 'ArrowRight';
        if ((!opens && event.key !== 'ArrowLeft') || event.ctrlKey || event.metaKey || event.altKey) return;
        const row = (event.target as Element | null)?.closest(`[id^="${PREFIX}"]`);
        if (!row) return;
        event.preventDefault();
        const id = row.id.slice(PREFIX.length);
        if (set(id, opens) || opens) return;
        const parent = parentOf(id);
        if (parent !== null) drawn(`[id="${rowId(parent)}"] .sx-table__main`)[0]?.focus();
      });
    }
    return undefined;
  }, [set, parentOf]);
}
