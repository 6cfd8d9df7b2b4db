import { View } from '@tarojs/components';
import { useQueryCall } from '@/shared/call/query';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { FollowForm } from './FollowForm';
import { Ticket } from './Ticket';
import './Inbox.scss';

/** One of my own, with all that was said, and room for more. */
export function MyTicket({ id }: { id: string }) {
  const query = useQueryCall('feedback.get', { id });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="card" />}>
      {({ feedback }) => (
        <>
          <View className="inbox">
            <Ticket feedback={feedback} />
          </View>
          <FollowForm feedback={feedback} />
        </>
      )}
    </QueryView>
  );
}
