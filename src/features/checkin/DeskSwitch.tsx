import { ScrollView, View } from '@tarojs/components';
import type { BookRef } from '@contract/shared/book';
import { go } from '@/shared/nav';
import { Cover } from '@/shared/ui/Cover/Cover';
import { coverName } from '@/shared/ui/Cover/title';
import { tonesBeside } from '@/shared/ui/Cover/tones';
import { Tap } from '@/shared/ui/Tap/Tap';
import './DeskSwitch.scss';

interface Props {
  desk: readonly BookRef[];
  current: string;
  onChoose: (book: BookRef) => void;
}

/** What is on the desk (在读), to take another book in hand; and the way to one that is not there yet. */
export function DeskSwitch({ desk, current, onChoose }: Props) {
  const tones = tonesBeside(desk);
  return (
    <ScrollView className="desk-switch" scrollX>
      <View className="desk-switch__line">
        {desk.map((book, at) => (
          <Tap
            key={book.id}
            className={`desk-switch__one ${book.id === current ? 'desk-switch__one--on' : ''}`}
            label={`${book.id === current ? '手头是' : '换成'} ${coverName(book.title, book.author)}`}
            current={book.id === current ? true : undefined}
            onTap={() => onChoose(book)}
          >
            <Cover title={book.title} author={book.author} tone={tones[at] ?? book.tone} size="m" />
          </Tap>
        ))}
        <Tap className="desk-switch__other" role="link" onTap={() => go('bookSearch', {})}>
          找别的书
        </Tap>
      </View>
    </ScrollView>
  );
}
