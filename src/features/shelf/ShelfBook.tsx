import { View } from '@tarojs/components';
import type { ShelfStatus } from '@contract/domains/shelf/constants';
import type { Tone } from '@contract/domains/book/constants';
import type { BookRef } from '@contract/shared/book';
import { Button } from '@/shared/ui/Button/Button';
import { Cover } from '@/shared/ui/Cover/Cover';
import { coverName } from '@/shared/ui/Cover/title';
import { Tap } from '@/shared/ui/Tap/Tap';
import { useOpen } from '@/shared/wide/chosen';
import { nextStep } from './moves';
import type { Move } from './useMoveBook';
import './ShelfBook.scss';

interface Props {
  book: BookRef;
  /** Of the cover here, beside its neighbours. */
  tone: Tone;
  size: 'm' | 'l';
  status: ShelfStatus;
  onMove: Move;
}

/** A book on the shelf: its cover leads to its page, and under it the one next step. */
export function ShelfBook({ book, tone, size, status, onMove }: Props) {
  const { id, title, author } = book;
  const step = nextStep(status);
  const { open, current } = useOpen('bookDetail', id);
  return (
    <View className="sx-shelf-book">
      <Tap
        className={`sx-shelf-book__cover ${current ? 'sx-shelf-book__cover--current' : ''}`}
        pressed="sx-shelf-book__cover--pressed"
        label={coverName(title, author)}
        current={current}
        onTap={open}
      >
        <Cover title={title} author={author} tone={tone} size={size} />
      </Tap>
      <View className="sx-shelf-book__step">
        <Button kind="text" label={`${step.label}《${title}》`} onClick={() => onMove(book, step.to)}>
          {step.label}
        </Button>
      </View>
    </View>
  );
}
