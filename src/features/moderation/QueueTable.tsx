import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { instantLabel } from '@contract/day';
import type { CaseCard } from '@contract/domains/moderation/actions';
import { Row } from '@/shared/ui/Row/Row';
import type { Column } from '@/shared/ui/Table/arrange';
import { Table } from '@/shared/ui/Table/Table';
import { kindText, whyText, workText } from './words';

const columns: Column<CaseCard>[] = [
  {
    key: 'title',
    title: '内容',
    width: 'minmax(0, 2fr)',
    cell: ({ title }) => title,
    words: ({ title, excerpt }) => `${title}\n${excerpt}`,
  },
  {
    key: 'excerpt',
    title: '开头',
    width: 'minmax(0, 3fr)',
    cell: ({ excerpt }) => <View className="sx-cases__excerpt">{excerpt}</View>,
    optional: 'shown',
  },
  { key: 'kind', title: '种类', width: '128px', cell: kindText, order: (one, other) => byText(kindText, one, other) },
  {
    key: 'org',
    title: '组织',
    width: 'minmax(0, 2fr)',
    cell: ({ orgName }) => orgName,
    words: ({ orgName }) => orgName,
    optional: 'shown',
  },
  { key: 'why', title: '缘由', width: 'minmax(0, 2fr)', cell: whyText, optional: 'shown' },
  {
    key: 'at',
    title: '提交',
    width: '120px',
    cell: ({ at }) => instantLabel(at),
    order: (one, other) => one.at - other.at,
  },
  { key: 'work', title: '进展', width: '136px', cell: workText },
];

const byText = (textOf: (one: CaseCard) => string, one: CaseCard, other: CaseCard): number =>
  textOf(one).localeCompare(textOf(other), 'zh-Hans-CN');

interface Props {
  cases: readonly CaseCard[];
  more: boolean;
  onOpen: (one: CaseCard) => void;
  isCurrent: (id: string) => boolean;
  /** What can be done with several at once; on a phone nothing is. */
  bulk?: (ticked: readonly CaseCard[]) => ReactNode;
}

/** Cases in the order in which they are taken: a table where there is room, and on a phone rows. */
export function QueueTable({ cases, more, onOpen, isCurrent, bulk }: Props) {
  return (
    <Table
      label="待审核的内容"
      remember="cases"
      columns={columns}
      items={cases}
      keyOf={({ id }) => id}
      nameOf={({ title }) => title}
      more={more}
      find="内容里的几个字，或组织"
      onOpen={onOpen}
      isCurrent={({ id }) => isCurrent(id)}
      bulk={bulk}
      row={(one) => (
        <Row
          title={one.title}
          context={`${kindText(one)} · ${one.orgName}`}
          state={workText(one) || instantLabel(one.at)}
          current={isCurrent(one.id)}
          onClick={() => onOpen(one)}
        />
      )}
    />
  );
}
