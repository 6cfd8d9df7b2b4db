import { Text, View } from '@tarojs/components';
import type { ShownLine } from './outbox/overlay';
import { Button } from '@/shared/ui/Button/Button';
import { Cover } from '@/shared/ui/Cover/Cover';
import { detailsLine, writeLabel } from './details';
import { Note } from '@/shared/ui/Note/Note';
import './LineRecord.scss';

interface Props {
  line: ShownLine;
  /** Words were begun and not saved yet. */
  begun: boolean;
  /** Absent where the day is too far back to be changed. */
  onEdit?: () => void;
  onRemove: () => void;
}

/** One book on one day, with what was written. */
export function LineRecord({ line, begun, onEdit, onRemove }: Props) {
  const { book, note } = line;
  const facts = [detailsLine(line), line.waiting && '待同步'].filter(Boolean).join(' · ');
  const actions = (
    <>
      {onEdit && (
        <Button kind="text" onClick={onEdit}>
          {writeLabel(begun, Boolean(facts || note), '写几句')}
        </Button>
      )}
      <Button kind="text" onClick={onRemove}>
        移除
      </Button>
    </>
  );
  return (
    <View className="line-record">
      <Cover title={book.title} author={book.author} tone={book.tone} size="s" />
      <View className="line-record__words">
        <Text className="line-record__title">{book.title}</Text>
        {facts && <Text className="line-record__facts">{facts}</Text>}
        {note ? <Note text={note} actions={actions} /> : <View className="line-record__actions">{actions}</View>}
      </View>
    </View>
  );
}
