import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/shared/ui/Button/Button';
import { folded } from './fold';
import './Note.scss';

/** 心得 as written. A long one is folded, so that it does not push everything else off the screen. */
export function Note({ text }: { text: string }) {
  const [open, setOpen] = useState(false);
  const short = folded(text);
  if (short === null) return <Text className="note">{text}</Text>;
  return (
    <View>
      <Text className="note">{open ? text : short}</Text>
      <View className="note__more">
        <Button kind="text" expanded={open} onClick={() => setOpen(!open)}>
          {open ? '收起' : '展开'}
        </Button>
      </View>
    </View>
  );
}
