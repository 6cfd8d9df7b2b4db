import { useEffect, useRef, useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Day } from '@contract/day';
import type { BookRef } from '@contract/shared/book';
import { logNow } from './outbox/write';
import type { ShownDay } from './outbox/overlay';
import { go } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { Cover } from '@/shared/ui/Cover/Cover';
import { coverName } from '@/shared/ui/Cover/title';
import { Heading } from '@/shared/ui/Heading/Heading';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { Tap } from '@/shared/ui/Tap/Tap';
import { DeskSwitch } from './DeskSwitch';
import { DetailsForm } from './DetailsForm';
import { useInHand } from './in-hand';
import { lastOf } from './last';
import { LastRecord } from './LastRecord';
import { LoggedToday } from './LoggedToday';
import { hasDetailsDraft } from './useDetailsDraft';
import './InHand.scss';

interface Props {
  /** Not empty. */
  desk: readonly BookRef[];
  today: Day;
  /** Days of this month with a record, in order. */
  days: readonly ShownDay[];
  /** The seal comes down: told to the calendar too. */
  onLogged: () => void;
}

/** The book in hand and one button. One tap logs; anything more is optional and comes after. */
export function InHand({ desk, today, days, onLogged }: Props) {
  const { book, choose } = useInHand(desk);
  const [pressedBook, setPressedBook] = useState<string | null>(null);
  const [writing, setWriting] = useState(false);
  const [switching, setSwitching] = useState(false);
  /** A tap that is not drawn yet. */
  const tapped = useRef(false);
  const line = days.find(({ day }) => day === today)?.lines.find((known) => known.book.id === book?.id);
  useEffect(() => {
    tapped.current = false;
  }, [line, book?.id, today]);
  if (!book) return null;
  const last = lastOf(book.id, days, today);

  const log = () => {
    // Further taps before the button has gone mean the same one, and 撤销 takes back one.
    if (tapped.current) return;
    tapped.current = true;
    const undo = logNow(book);
    setPressedBook(book.id);
    onLogged();
    snackbar('已记下', {
      undo: () => {
        undo();
        setWriting(false);
      },
    });
  };
  return (
    <View className="in-hand">
      <View className="in-hand__book">
        <Tap
          className="in-hand__cover"
          role="link"
          label={`查看 ${coverName(book.title, book.author)}`}
          onTap={() => go('bookDetail', { id: book.id })}
        >
          {/* Beside words of one’s own the cover is smaller, so that the whole month stays on the first screen. */}
          <Cover title={book.title} author={book.author} tone={book.tone} size={line?.note ? 'm' : 'l'} />
        </Tap>
        <View className="in-hand__words">
          <Heading level={2} className="in-hand__title">
            {book.title}
          </Heading>
          <Text className="in-hand__author">{book.author}</Text>
          {last && !line?.note && <LastRecord last={last} today={today} />}
          <View className="in-hand__switch">
            <Button kind="text" expanded={switching} onClick={() => setSwitching(!switching)}>
              {switching ? '收起' : '换一本'}
            </Button>
          </View>
        </View>
      </View>
      {switching && (
        <DeskSwitch
          desk={desk}
          current={book.id}
          onChoose={(chosen) => {
            choose(chosen);
            setSwitching(false);
            setWriting(false);
          }}
        />
      )}
      {/* A node of its own, so that a tap does not send the cover to the view again. */}
      <View className="in-hand__log">
        {!line && (
          <Button block onClick={log}>
            记一笔
          </Button>
        )}
        {line && !writing && (
          <LoggedToday
            line={line}
            begun={hasDetailsDraft(today, book.id)}
            press={pressedBook === book.id}
            onWrite={() => setWriting(true)}
          />
        )}
        {line && writing && (
          <DetailsForm
            key={`${today}:${book.id}`}
            day={today}
            line={line}
            within=".in-hand"
            onLeave={() => setWriting(false)}
            onSaved={() => {
              setWriting(false);
              snackbar('已写下，仅自己可见');
            }}
          />
        )}
      </View>
    </View>
  );
}
