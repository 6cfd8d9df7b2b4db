import { useEffect, type ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { bringIntoView } from '@/shared/bringIntoView';
import { Button } from '@/shared/ui/Button/Button';
import './ConflictNotice.scss';

interface Props {
  /** What the newer version says, to compare. */
  children: ReactNode;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Somebody else saved first. What was typed is still there, and the person chooses. */
export function ConflictNotice({ children, onKeepMine, onTakeTheirs }: Props) {
  // It takes the place of an answer to a tap, so it must not wait below the edge of the screen.
  useEffect(() => bringIntoView('.sx-conflict'), []);
  return (
    <View className="sx-conflict" ariaRole="alert">
      <Text className="sx-conflict__title">这里刚被别人改过</Text>
      <Text className="sx-conflict__text">您写的都还在。先看看现在的内容，再决定用哪一份。</Text>
      <View className="sx-conflict__theirs">{children}</View>
      <View className="sx-conflict__choices">
        <Button kind="quiet" onClick={onKeepMine}>
          继续用我写的
        </Button>
        <Button kind="text" onClick={onTakeTheirs}>
          改用现在的
        </Button>
      </View>
    </View>
  );
}
