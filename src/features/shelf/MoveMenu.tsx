import Taro from '@tarojs/taro';
import type { ShelfStatus } from '@contract/constants';
import type { BookRef } from '@contract/shared/book';
import { Button } from '@/shared/ui/Button/Button';
import { moveChoices } from './moves';
import type { Move } from './useMoveBook';

interface Props {
  book: BookRef;
  from: ShelfStatus;
  onMove: Move;
}

/** The usual next step as a word, and the other moves behind 更多. */
export function MoveMenu({ book, from, onMove }: Props) {
  const [next, ...others] = moveChoices(from);

  const more = async (): Promise<void> => {
    // Closing the sheet rejects; that is a "no", not an error.
    const picked = await Taro.showActionSheet({ itemList: others.map((choice) => choice.label) }).catch(() => null);
    const choice = picked && others[picked.tapIndex];
    if (choice) onMove(book, choice.to);
  };

  return (
    <>
      {next && (
        <Button kind="text" onClick={() => onMove(book, next.to)}>
          {next.label}
        </Button>
      )}
      <Button kind="text" ariaLabel={`《${book.title}》的更多操作`} onClick={() => void more()}>
        更多
      </Button>
    </>
  );
}
