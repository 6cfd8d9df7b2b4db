import { Text, View } from '@tarojs/components';
import type { Day } from '@contract/day';
import { pastDay, readWords, type Last } from './last';
import './LastRecord.scss';

/** Where one left off: the day, and what was written or read then. */
export function LastRecord({ last: { day, line }, today }: { last: Last; today: Day }) {
  // The first line is enough to remember by; the day on the calendar has the rest.
  const note = line.note?.split('\n')[0];
  const when = `上次 ${pastDay(day, today)}`;
  const read = readWords(line);
  return (
    <View className="last-record">
      <Text className="last-record__when">{read && !note ? `${when}，${read}` : when}</Text>
      {note && <Text className="last-record__note">{note}</Text>}
    </View>
  );
}
