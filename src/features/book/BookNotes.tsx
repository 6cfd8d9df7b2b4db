import { Text, View } from '@tarojs/components';
import type { ShelfStatus } from '@contract/domains/shelf/constants';
import { monthOf } from '@contract/day';
import type { ListState } from '@/shared/call/query';
import { dayText } from '@/shared/dayText';
import { go } from '@/shared/nav';
import { Empty } from '@/shared/ui/Empty/Empty';
import { Fold } from '@/shared/ui/Fold/Fold';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Section } from '@/shared/ui/Section/Section';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { TapWord } from '@/shared/ui/Tap/TapWord';
import './BookNotes.scss';

interface Props {
  list: ListState<'checkin.ofBook'>;
  /** Where the book is on my shelf: there is nothing to write of a book that nobody reads. */
  status: ShelfStatus | null;
}

/** What I wrote about a book (心得), the newest first; each day leads to its record. */
export function BookNotes({ list, status }: Props) {
  const begun = status === 'reading' || status === 'finished';
  if (!begun && list.items.length === 0) return null;
  return (
    <Section title="我写的">
      <QueryView query={list} skeleton={<Skeleton shape="text" count={3} />}>
        {(notes) =>
          notes.length === 0 ? (
            <Empty title="还没有写过" hint="记一笔以后可以写几句，会收在这里，只有您自己看得到。" />
          ) : (
            <>
              <Text className="sx-book-notes__private">只有您自己看得到</Text>
              {notes.map(({ day, note }) => (
                <View key={day} className="sx-book-notes__one">
                  <TapWord small role="link" onTap={() => go('month', { month: monthOf(day), day })}>
                    {dayText(day)}
                  </TapWord>
                  <Fold text={note} size={15} />
                </View>
              ))}
              <ListEnd list={list} />
            </>
          )
        }
      </QueryView>
    </Section>
  );
}
