import { shelfStatusNames, type ShelfStatus } from '@contract/constants';

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

const names: Record<ShelfStatus, string> = { want: '放到想读', reading: '开始读', finished: '读完了' };
/** Where a book usually goes next comes first. */
const usual: Record<ShelfStatus, ShelfStatus[]> = {
  want: ['reading', 'finished'],
  reading: ['finished', 'want'],
  finished: ['reading', 'want'],
};

/** The moves offered for a book that is at `from`, the likely next step first, removal last. */
export const moveChoices = (from: ShelfStatus): MoveChoice[] => [
  ...usual[from].map((to) => ({ label: from === 'finished' && to === 'reading' ? '再读一遍' : names[to], to })),
  { label: '移出书架', to: null },
];

/** The one next step for a book that a recommendation shows. */
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
