import { Text, View } from '@tarojs/components';
import { useQueryCall } from '@/shared/call/query';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { OfficeActs } from './OfficeActs';
import { Ticket } from './Ticket';
import './Inbox.scss';

/** One of what was received, with its sender's name where he gave it, and room for the answer. */
export function InboxTicket({ id }: { id: string }) {
  const query = useQueryCall('feedback.ticket', { id });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="card" />}>
      {({ feedback, by }) => (
        <View className="inbox">
          <Ticket feedback={feedback}>
            {by && <Text className="feedback-ticket__due">{`提交者：${by}`}</Text>}
            <OfficeActs feedback={feedback} />
          </Ticket>
        </View>
      )}
    </QueryView>
  );
}
