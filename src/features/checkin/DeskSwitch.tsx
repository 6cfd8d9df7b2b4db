import { ScrollView, View } from '@tarojs/components';
import type { BookRef } from '@contract/shared/book';
import { go } from '@/shared/nav';
import { Cover } from '@/shared/ui/Cover/Cover';
import './DeskSwitch.scss';

interface Props {
  desk: readonly BookRef[];
  current: string;
  onChoose: (book: BookRef) => void;
}

/** What is on the desk (在读), to take another book in hand; and the way to one that is not there yet. */
export function DeskSwitch({ desk, current, onChoose }: Props) {
  return (
    <ScrollView className="desk-switch" scrollX>
      <View className="desk-switch__line">
        {desk.map((book) => (
          <View
            key={book.id}
            className={`desk-switch__one ${book.id === current ? 'desk-switch__one--on' : ''}`}
            ariaRole="button"
            ariaLabel={`换成《${book.title}》`}
            onClick={() => onChoose(book)}
          >
            <Cover title={book.title} author={book.author} tone={book.tone} size="m" />
          </View>
        ))}
        <View className="desk-switch__other" ariaRole="button" onClick={() => go('bookSearch', {})}>
          找别的书
        </View>
      </View>
    </ScrollView>
  );
}
