import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import type { Transfer } from '@contract/domains/transfer/actions';
import { formDate } from '@contract/day';
import { Card } from '@/shared/ui/Card/Card';
import { byName, type Column } from '@/shared/ui/Table/arrange';
import { Table } from '@/shared/ui/Table/Table';
import { placeText, standText, wayText } from './words';

const nameOf = ({ person }: Transfer): string => person?.name ?? '';
const saidOf = ({ proposed, reason, answer }: Transfer): string =>
  [proposed && '由原组织提议', reason, answer === null ? '' : `答复：${answer}`].filter(Boolean).join('；');

const columnsWith = (ways: (transfer: Transfer) => ReactNode): Column<Transfer>[] => [
  {
    key: 'name',
    title: '姓名',
    width: 'minmax(72px, 1fr)',
    cell: nameOf,
    order: (one, other) => byName({ name: nameOf(one) }, { name: nameOf(other) }),
    words: nameOf,
  },
  { key: 'from', title: '从', width: 'minmax(0, 2fr)', cell: ({ from }) => (from ? placeText(from) : '再加入一个') },
  {
    key: 'to',
    title: '到',
    width: 'minmax(0, 2fr)',
    cell: ({ kind, to }) => (to ? placeText(to) : kind === 'leave' ? '离开' : '暂无'),
  },
  { key: 'said', title: '说明', width: 'minmax(0, 2fr)', cell: saidOf, optional: 'shown' },
  {
    key: 'at',
    title: '提出',
    width: '112px',
    cell: ({ at }) => formDate(at),
    order: (one, other) => one.at - other.at,
    optional: 'shown',
  },
  { key: 'state', title: '进展', width: 'minmax(96px, 1fr)', cell: standText },
  { key: 'ways', title: '', width: '136px', cell: ways },
];

interface Props {
  transfers: readonly Transfer[];
  more: boolean;
  /** What can be done with one. */
  ways: (transfer: Transfer) => ReactNode;
}

/** Who comes and goes: a table where there is room, and on a phone sheets. */
export function TransferTable({ transfers, more, ways }: Props) {
  return (
    <Table
      label="转入转出"
      remember="transfers"
      columns={columnsWith(ways)}
      items={transfers}
      keyOf={({ id }) => id}
      nameOf={nameOf}
      more={more}
      find="姓名"
      row={(transfer) => (
        <Card>
          <Text className="org-transfers__who">{nameOf(transfer)}</Text>
          <Text className="org-transfers__way">{wayText(transfer)}</Text>
          {saidOf(transfer) !== '' && <Text className="org-transfers__way">{saidOf(transfer)}</Text>}
          <View className="org-transfers__foot">
            <Text className="org-transfers__state">{standText(transfer)}</Text>
            <View className="org-transfers__ways">{ways(transfer)}</View>
          </View>
        </Card>
      )}
    />
  );
}
