import { View } from '@tarojs/components';
import { useListCall } from '@/shared/call/query';
import { go } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { Ticket } from './Ticket';
import './EventList.scss';

export type Which = 'open' | 'mine' | 'managed';

const empty: Record<Which, { title: string; hint: string }> = {
  open: { title: '眼下没有可报名的活动', hint: '有新的诵读、共读和讲座时会出现在这里。' },
  mine: { title: '还没有报名', hint: '在“可报名”里挑一场，报名后在这里看席位和时间。' },
  managed: { title: '还没有办过活动', hint: '写清时间、地点和名额就能发布，名单自动排好。' },
};

/** Events as tickets. */
export function EventList({ which }: { which: Which }) {
  const list = useListCall('event.list', { which });
  return (
    <View className="sx-events">
      {which === 'managed' && (
        <View className="sx-events__new">
          <Button kind="quiet" block onClick={() => go('eventEdit')}>
            发布一场活动
          </Button>
        </View>
      )}
      <QueryView query={list} skeleton={<Skeleton shape="card" count={4} />}>
        {(events) =>
          events.length === 0 ? (
            <Empty {...empty[which]} />
          ) : (
            <View className="sx-events__list">
              {events.map((event) => (
                <Ticket key={event.id} event={event} />
              ))}
              <ListEnd list={list} />
            </View>
          )
        }
      </QueryView>
    </View>
  );
}
