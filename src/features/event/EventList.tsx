import { Text, View } from '@tarojs/components';
import type { EventCard } from '@contract/domains/event/actions';
import { serverNow } from '@/shared/call/clock';
import { useListCall } from '@/shared/call/query';
import { go } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { inGroups } from './standing';
import { Ticket } from './Ticket';
import './EventList.scss';

export type Which = 'open' | 'mine' | 'managed';

interface Words {
  /** Nothing at all. */
  title: string;
  hint: string;
  /** Nothing but what stands below the heading. */
  none: string;
  behind: string;
}

const words: Record<Which, Words> = {
  open: {
    title: '眼下没有可报名的活动',
    hint: '有新的诵读、共读和讲座时会出现在这里。',
    none: '眼下没有还能报名的活动。',
    behind: '报名已截止',
  },
  mine: {
    title: '还没有报名',
    hint: '报名后在这里看席位和时间。',
    none: '接下来没有报名的活动。',
    behind: '已经过去',
  },
  managed: {
    title: '还没有办过活动',
    hint: '写清时间、地点和名额就能发布，名单自动排好。',
    none: '接下来没有要办的活动。',
    behind: '已经过去',
  },
};

/** What comes, and then under a quiet heading what is over or closed. */
function Tickets({ events, which }: { events: readonly EventCard[]; which: Which }) {
  const { ahead, behind } = inGroups(events, which, serverNow());
  const ticket = (event: EventCard) => <Ticket key={event.id} event={event} />;
  return (
    <>
      {ahead.length === 0 && <Text className="sx-events__none">{words[which].none}</Text>}
      {ahead.map(ticket)}
      {behind.length > 0 && (
        <View className="sx-events__behind" ariaRole="heading" ariaLevel={2}>
          {words[which].behind}
        </View>
      )}
      {behind.map(ticket)}
    </>
  );
}

/** Events as tickets. `onBrowse`: to those that one can sign up for. */
export function EventList({ which, onBrowse }: { which: Which; onBrowse: () => void }) {
  const list = useListCall('event.list', { which });
  const { title, hint } = words[which];
  const browse = which === 'mine' && (
    <Button kind="quiet" onClick={onBrowse}>
      看可报名的活动
    </Button>
  );
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
            <Empty title={title} hint={hint} action={browse} />
          ) : (
            <View className="sx-events__list">
              <Tickets events={events} which={which} />
              <ListEnd list={list} />
            </View>
          )
        }
      </QueryView>
    </View>
  );
}
