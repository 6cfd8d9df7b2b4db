import { useEffect } from 'react';
import { drawn, onKeyDown } from '@/shared/dom';

/** ↑ and ↓ go from row to row, from the box of the filter to the first. */
function step(from: Element, by: 1 | -1): boolean {
  const rows = drawn('.sx-table__main');
  const at = rows.findIndex((row) => row.closest('.sx-table__row')?.contains(from));
  if (at < 0 && (by < 0 || !from.closest('.sx-table, .sx-table-find'))) return false;
  rows[at + by]?.focus();
  return true;
}

/**
 * Keys of a list in the browser: `/` to the box one finds by, ↑ ↓ between rows, Escape within the element of this id.
 * Enter and Space belong to what is focused.
 */
export function useListKeys(id: string, escape: () => void): void {
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') {
      return onKeyDown((event) => {
        if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
        if (react(event, id, escape)) event.preventDefault();
      });
    }
    return undefined;
  }, [id, escape]);
}

function react({ key, target }: KeyboardEvent, id: string, escape: () => void): boolean {
  const at = target as Element;
  if (key === 'ArrowDown' || key === 'ArrowUp') return step(at, key === 'ArrowDown' ? 1 : -1);
  if (key === '/' && !at.closest('input, textarea')) {
    const box = drawn('.sx-table-find input')[0];
    box?.focus();
    return box !== undefined;
  }
  if (key !== 'Escape' || !at.closest(`[id="${id}"]`)) return false;
  escape();
  return true;
}
