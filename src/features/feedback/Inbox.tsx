import { View } from '@tarojs/components';
import { useListCall } from '@/shared/call/query';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { ReplyForm } from './ReplyForm';
import { Ticket } from './Ticket';
import './Inbox.scss';

/** For the administrator: everything received, newest first, each with its answer or a place for one. */
export function Inbox() {
  const list = useListCall('feedback.inbox', {});
  return (
    <QueryView query={list} skeleton={<Skeleton shape="card" count={3} />}>
      {(items) =>
        items.length === 0 ? (
          <Empty title="还没有收到投诉建议" hint="收到后会在这里，请在七天内答复。" />
        ) : (
          <View className="inbox">
            {items.map((feedback) => (
              <Ticket key={feedback.id} feedback={feedback}>
                <ReplyForm feedback={feedback} />
              </Ticket>
            ))}
            <ListEnd list={list} />
          </View>
        )
      }
    </QueryView>
  );
}
