import { Text, View } from '@tarojs/components';
import type { EventDetail } from '@contract/domains/event/actions';
import { serverNow } from '@/shared/call/clock';
import { Button } from '@/shared/ui/Button/Button';
import { Seal } from '@/shared/ui/Seal/Seal';
import { myPlaceText } from './standing';
import { useCancelSignup } from './useCancelSignup';
import './MyPlace.scss';

interface Props {
  event: EventDetail;
  /** Signed up just now. */
  fresh: boolean;
  /** Giving the place back makes sense until the event begins. */
  mayCancel: boolean;
}

/** My seat or my place on the waitlist, and how the waitlist works. */
export function MyPlace({ event, fresh, mayCancel }: Props) {
  const { cancel, pending } = useCancelSignup(event);
  const { mine } = event;
  if (mine.state === 'none') return null;
  const seated = mine.state === 'in';
  return (
    <View className="sx-my-place" ariaRole="status">
      <View className="sx-my-place__main">
        <View className="sx-my-place__words">
          <Text className="sx-my-place__title">{seated ? '已报名' : `候补第 ${mine.place} 位`}</Text>
          <Text className="sx-my-place__text">{myPlaceText(event, serverNow())}</Text>
        </View>
        {seated && <Seal text="已报" size={52} press={fresh} label="已报名" />}
      </View>
      {mayCancel && (
        <View className="sx-my-place__cancel">
          <Button kind="text" loading={pending} onClick={cancel}>
            {seated ? '取消报名' : '退出候补'}
          </Button>
        </View>
      )}
    </View>
  );
}
