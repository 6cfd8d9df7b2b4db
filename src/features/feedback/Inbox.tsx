import { useState } from 'react';
import { View } from '@tarojs/components';
import { config } from '@contract/config';
import {
  feedbackKindNames,
  feedbackKinds,
  type DeskState,
  type FeedbackKind,
} from '@contract/domains/feedback/constants';
import { useListCall } from '@/shared/call/query';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Segments } from '@/shared/ui/Segments/Segments';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { Table } from '@/shared/ui/Table/Table';
import { useOpener } from '@/shared/wide/chosen';
import { FindTicket } from './FindTicket';
import { inboxColumns } from './inboxColumns';
import { OfficeActs } from './OfficeActs';
import { Ticket } from './Ticket';
import './Inbox.scss';

type Shown = DeskState | 'overdue';
const views: readonly { key: Shown; label: string }[] = [
  { key: 'open', label: '待答复' },
  { key: 'overdue', label: '过了日子' },
  { key: 'answered', label: '已答复' },
  { key: 'closed', label: '已办结' },
];
const empty: Record<Shown, readonly [string, string]> = {
  open: ['没有待答复的', `收到后会在这里，先到期的在前，请在 ${config.feedback.workdays} 个工作日内答复。`],
  overdue: ['没有过了日子的', '承诺的日子都守住了。'],
  answered: ['没有已答复的', `对方 ${config.feedback.closeDays} 天没有接着说，自动办结。`],
  closed: ['没有已办结的', '办结的会在这里，对方还可以接着说。'],
};
const kinds = [
  { value: 'all', label: '全部' },
  ...feedbackKinds.map((value) => ({ value, label: feedbackKindNames[value] })),
] as const;

function Listed({ view, kind }: { view: Shown; kind: FeedbackKind | undefined }) {
  const which = view === 'overdue' ? { state: 'open' as const, overdue: true } : { state: view };
  const list = useListCall('feedback.inbox', { ...which, ...(kind && { kind }) });
  const { open, isCurrent } = useOpener('ticket');
  const [title, hint] = empty[view];
  return (
    <QueryView query={list} skeleton={<Skeleton shape="card" count={3} />}>
      {(items) =>
        items.length === 0 ? (
          <Empty title={title} hint={hint} />
        ) : (
          <View className="inbox">
            <Table
              label="收到的投诉建议"
              columns={inboxColumns}
              items={items}
              keyOf={({ id }) => id}
              nameOf={({ ticket }) => ticket}
              more={list.hasMore}
              find="内容里的几个字"
              onOpen={({ id }) => open(id)}
              isCurrent={({ id }) => isCurrent(id)}
              row={(feedback) => (
                <Ticket feedback={feedback}>
                  <OfficeActs feedback={feedback} />
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

/** For the office: what is to be answered, what is due first at the top; what was answered, and what is over. */
export function Inbox() {
  const [view, setView] = useState<Shown>('open');
  const [kind, setKind] = useState<FeedbackKind | 'all'>('all');
  return (
    <>
      <Segments items={views} value={view} onChange={setView} />
      <View className="inbox">
        <ChoiceField label="类别" options={kinds} value={kind} onChange={setKind} />
      </View>
      <Listed view={view} kind={kind === 'all' ? undefined : kind} />
      <FindTicket />
    </>
  );
}
