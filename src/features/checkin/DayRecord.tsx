import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { BACKFILL_DAYS } from '@contract/domains/checkin/constants';
import { dayLabel, daysBetween, type Day } from '@contract/day';
import { removeLine } from './outbox/write';
import type { ShownDay, ShownLine } from './outbox/overlay';
import { Heading } from '@/shared/ui/Heading/Heading';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { DetailsForm } from './DetailsForm';
import { FillIn } from './FillIn';
import { LineRecord } from './LineRecord';
import { hasDetailsDraft } from './useDetailsDraft';
import './DayRecord.scss';

interface Props {
  day: Day;
  today: Day;
  /** Whether the server has said what the day holds. */
  known: boolean;
  shown: ShownDay | undefined;
}

/** One day's record: its lines, and for the last 60 days a place to write. */
export function DayRecord({ day, today, known, shown }: Props) {
  const [editing, setEditing] = useState<string | null>(null);
  const writable = daysBetween(day, today) <= BACKFILL_DAYS;
  const lines = shown?.lines ?? [];

  const remove = (line: ShownLine) => snackbar('已移除', { undo: removeLine(line, day) });
  return (
    <View className="day-record">
      <Heading level={2} className="day-record__title">
        {day === today ? `今天 · ${dayLabel(day)}` : dayLabel(day)}
      </Heading>
      {lines.map((line) =>
        editing === line.book.id ? (
          <View key={line.book.id} className="day-record__form">
            <Text className="day-record__book">{`《${line.book.title}》`}</Text>
            <DetailsForm
              day={day}
              line={line}
              within=".day-record"
              onLeave={() => setEditing(null)}
              onSaved={() => setEditing(null)}
            />
          </View>
        ) : (
          <LineRecord
            key={line.book.id}
            line={line}
            begun={writable && hasDetailsDraft(day, line.book.id)}
            onEdit={writable ? () => setEditing(line.book.id) : undefined}
            onRemove={() => remove(line)}
          />
        ),
      )}
      {writable ? (
        <FillIn day={day} today={today} taken={lines.map((line) => line.book.id)} />
      ) : (
        lines.length === 0 && (
          <Text className="day-record__note">
            {`${known ? '这天没有记录' : '还不知道这天有没有记录'}。补记限最近 ${BACKFILL_DAYS} 天。`}
          </Text>
        )
      )}
    </View>
  );
}
