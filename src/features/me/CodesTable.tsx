import { Text, View } from '@tarojs/components';
import type { ActionOutput } from '@contract/registry';
import { copyText } from '@/shared/copyText';
import { Button } from '@/shared/ui/Button/Button';
import { Row } from '@/shared/ui/Row/Row';
import { byName, type Column } from '@/shared/ui/Table/arrange';
import { Table } from '@/shared/ui/Table/Table';
import { copyInvitation, invitation } from './invitation';

type Org = ActionOutput<'org.joinCodes'>['items'][number];

function CopyOne({ org }: { org: Org }) {
  return (
    <Button kind="text" label={`复制${org.name}的邀请`} onClick={() => copyInvitation(org)}>
      复制
    </Button>
  );
}

const columns: Column<Org>[] = [
  { key: 'name', title: '组织', width: 'minmax(0, 2fr)', cell: ({ name }) => name, order: byName },
  {
    key: 'parent',
    title: '上级',
    width: 'minmax(0, 2fr)',
    cell: ({ parent }) => parent,
    order: (one, other) => byName({ name: one.parent ?? '' }, { name: other.parent ?? '' }),
  },
  {
    key: 'code',
    title: '邀请码',
    width: '136px',
    cell: ({ joinCode }) => <Text className="invite__small">{joinCode}</Text>,
  },
  { key: 'copy', title: '', width: '56px', cell: (org) => <CopyOne org={org} /> },
];

const copyAll = (orgs: readonly Org[]): void =>
  void copyText(orgs.map(invitation).join('\n'), `已复制 ${orgs.length} 个邀请`);

/** The codes of several organisations; several are copied at once where there is room to tick them. */
export function CodesTable({ orgs, more }: { orgs: readonly Org[]; more: boolean }) {
  return (
    <Table
      label="邀请码"
      columns={columns}
      items={orgs}
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      more={more}
      bulk={(some) => (
        <Button kind="text" onClick={() => copyAll(some)}>
          复制所选
        </Button>
      )}
      row={(org) => (
        <Row
          title={org.name}
          context={org.parent ?? undefined}
          state={
            <View className="invite__end">
              <Text className="invite__small">{org.joinCode}</Text>
              <CopyOne org={org} />
            </View>
          }
        />
      )}
    />
  );
}
