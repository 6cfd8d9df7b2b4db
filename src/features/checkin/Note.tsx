import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/shared/ui/Button/Button';
import './Note.scss';

/** Lines shown of a folded note, as in Note.scss. */
const LINES = 3;
/** Characters that fit into a line of the narrowest phone. */
const LINE = 14;

const isLong = (text: string): boolean =>
  text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(part.length / LINE)), 0) > LINES;

/** 心得 as written. A long one is folded, so that it does not push everything else off the screen. */
export function Note({ text }: { text: string }) {
  const [open, setOpen] = useState(false);
  if (!isLong(text)) return <Text className="note">{text}</Text>;
  return (
    <View>
      <Text className={`note ${open ? '' : 'note--folded'}`}>{text}</Text>
      <View className="note__more">
        <Button kind="text" onClick={() => setOpen(!open)}>
          {open ? '收起' : '展开'}
        </Button>
      </View>
    </View>
  );
}
