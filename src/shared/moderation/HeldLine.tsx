import { Text, View } from '@tarojs/components';
import type { Held } from '@contract/shared/moderation';
import { go } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { heldWords } from './words';
import './HeldLine.scss';

/** On the page of a thing whose words wait or were turned down: that it is so, what happens next, and the way to the case. */
export function HeldLine({ held }: { held: Held | undefined }) {
  if (held === undefined) return null;
  return (
    <View className="sx-held" ariaRole="status">
      <Text className="sx-held__means">{heldWords(held).means}</Text>
      <Button kind="text" onClick={() => go('ownCase', { id: held.caseId })}>
        {held.state === 'rejected' ? '看理由' : '看进展'}
      </Button>
    </View>
  );
}
