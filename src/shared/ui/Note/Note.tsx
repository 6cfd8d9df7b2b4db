import { useState, type ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/shared/ui/Button/Button';
import { folded } from './fold';
import './Note.scss';

interface Props {
  text: string;
  /** What else can be done with it, in one line with 展开. */
  actions?: ReactNode;
}

/** 心得 as written. A long one is folded, so that it does not push everything else off the screen. */
export function Note({ text, actions }: Props) {
  const [open, setOpen] = useState(false);
  const short = folded(text);
  return (
    <View>
      <Text className="note">{open ? text : (short ?? text)}</Text>
      {(short !== null || actions) && (
        <View className="note__actions">
          {short !== null && (
            <Button kind="text" expanded={open} onClick={() => setOpen(!open)}>
              {open ? '收起' : '展开'}
            </Button>
          )}
          {actions}
        </View>
      )}
    </View>
  );
}
