import { View } from '@tarojs/components';
import type { Feedback } from '@contract/domains/feedback/actions';
import { feedbackKindNames } from '@contract/domains/feedback/constants';
import { dayOf } from '@contract/day';
import { useListCall } from '@/shared/call/query';
import { dayText } from '@/shared/dayText';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import type { Column } from '@/shared/ui/Table/arrange';
import { Table } from '@/shared/ui/Table/Table';
import { useOpener } from '@/shared/wide/chosen';
import { ReplyForm } from './ReplyForm';
import { Ticket } from './Ticket';
import './Inbox.scss';

const stateOf = ({ reply, replyBy }: Feedback): string => (reply ? '已答复' : `${dayText(replyBy)}前`);
/** What waits for an answer first, the most pressing at the top. */
const dueOf = ({ reply, replyBy }: Feedback): string => (reply ? '9' : `0${replyBy}`);

const columns: Column<Feedback>[] = [
  {
    key: 'ticket',
    title: '编号',
    width: 'minmax(0, 1fr)',
    cell: ({ ticket }) => ticket,
    words: ({ ticket, text, kind }) => [ticket, text, feedbackKindNames[kind]].join('\n'),
  },
  {
    key: 'kind',
    title: '类别',
    width: '40px',
    cell: ({ kind }) => feedbackKindNames[kind],
    order: (one, other) => one.kind.localeCompare(other.kind),
  },
  {
    key: 'at',
    title: '收到',
    width: '72px',
    cell: ({ at }) => dayText(dayOf(at)),
    order: (one, other) => one.at - other.at,
  },
  {
    key: 'state',
    title: '答复',
    width: '88px',
    cell: stateOf,
    order: (one, other) => dueOf(one).localeCompare(dueOf(other)),
    words: stateOf,
  },
];

/** For the administrator: everything received, newest first, each with its answer or a place for one. */
export function Inbox() {
  const list = useListCall('feedback.inbox', {});
  const { open, isCurrent } = useOpener('ticket');
  return (
    <QueryView query={list} skeleton={<Skeleton shape="card" count={3} />}>
      {(items) =>
        items.length === 0 ? (
          <Empty title="还没有收到投诉建议" hint="收到后会在这里，请在七天内答复。" />
        ) : (
          <View className="inbox">
            <Table
              label="收到的投诉建议"
              columns={columns}
              items={items}
              keyOf={({ id }) => id}
              nameOf={({ ticket }) => ticket}
              more={list.hasMore}
              find="编号或内容里的几个字"
              onOpen={({ id }) => open(id)}
              isCurrent={({ id }) => isCurrent(id)}
              row={(feedback) => (
                <Ticket feedback={feedback}>
                  <ReplyForm feedback={feedback} />
                </Ticket>
              )}
            />
            <ListEnd list={list} />
          </View>
        )
      }
    </QueryView>
  );
}
