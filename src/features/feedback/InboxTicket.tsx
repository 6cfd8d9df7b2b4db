import { View } from '@tarojs/components';
import { useListCall } from '@/shared/call/query';
import { Empty } from '@/shared/ui/Empty/Empty';
import { Page } from '@/shared/ui/Page/Page';
import { ReplyForm } from './ReplyForm';
import { Ticket } from './Ticket';

/** Beside the table of what was received: one of it, and a place for the answer. */
export function InboxTicket({ id }: { id: string }) {
  const { items, pending } = useListCall('feedback.inbox', {});
  const feedback = items.find((one) => one.id === id);
  return (
    <Page>
      {feedback ? (
        <View className="inbox">
          <Ticket feedback={feedback}>
            <ReplyForm feedback={feedback} />
          </Ticket>
        </View>
      ) : (
        !pending && <Empty title="这一条还没有取来" hint="点左边列表末尾的“看更多”，或按编号查找。" />
      )}
    </Page>
  );
}
