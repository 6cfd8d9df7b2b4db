import { shelfStatusNames, type ShelfStatus } from '@contract/domains/shelf/constants';

/** Where a book may go: a status, or off the shelf (`null`). */
export type Place = ShelfStatus | null;

/** What the snackbar says after a move. */
export function movedText(title: string, to: Place): string {
  if (to === null) return `《${title}》已移出书架`;
  if (to === 'finished') return `《${title}》读完了`;
  return `《${title}》已放进${shelfStatusNames[to]}`;
}

export interface MoveChoice {
  label: string;
  to: Place;
}

/** The one next step of a book; every other move is on its page. */
export function nextStep(from: Place): MoveChoice {
  switch (from) {
    case null:
      return { label: '放进书架（想读）', to: 'want' };
    case 'want':
      return { label: '开始读', to: 'reading' };
    case 'reading':
      return { label: '读完了', to: 'finished' };
    case 'finished':
      return { label: '再读一遍', to: 'reading' };
  }
}
