import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Day } from '@contract/day';
import type { BookRef } from '@contract/shared/book';
import { useQueryCall } from '@/shared/call/query';
import { writeDay } from './outbox/write';
import { usePick } from '@/shared/pick';
import { Button } from '@/shared/ui/Button/Button';
import { Cover } from '@/shared/ui/Cover/Cover';
import { Row } from '@/shared/ui/Row/Row';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import './FillIn.scss';

interface Props {
  day: Day;
  today: Day;
  /** Books the day has already. */
  taken: readonly string[];
}

/** Fills a day in (补记): a book from the desk, or any other, in one tap; details can be written after. */
export function FillIn({ day, today, taken }: Props) {
  const [open, setOpen] = useState(false);
  const home = useQueryCall('home.today', {});
  const desk = home.data?.desk ?? [];
  const verb = day === today ? '记一笔' : '补记一本';
  const choose = (book: BookRef) => {
    writeDay(book, day, {});
    setOpen(false);
    snackbar(day === today ? '已记下' : '已补记');
  };
  const pick = usePick('bookSearch', choose);
  if (!open) {
    return (
      <View className="fill-in">
        <Button kind="quiet" block onClick={() => setOpen(true)}>
          {taken.length > 0 ? `再${verb}` : verb}
        </Button>
      </View>
    );
  }
  return (
    <View className="fill-in">
      {!home.data && home.error && <Text className="fill-in__unknown">离线时还不知道您在读哪些书。</Text>}
      {desk
        .filter(({ id }) => !taken.includes(id))
        .map((book) => (
          <Row
            key={book.id}
            title={book.title}
            context={book.author}
            before={<Cover title={book.title} author={book.author} tone={book.tone} size="s" />}
            stays
            onClick={() => choose(book)}
          />
        ))}
      <Row title="别的书" context="从书目里找" onClick={() => pick()} />
      <View className="fill-in__close">
        <Button kind="text" onClick={() => setOpen(false)}>
          先不记
        </Button>
      </View>
    </View>
  );
}
