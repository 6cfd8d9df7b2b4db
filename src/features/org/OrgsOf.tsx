import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import type { Session } from '@contract/domains/me/actions';
import { useQueryCall } from '@/shared/call/query';
import { orgsWith } from '@/shared/session/session';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { ListHead } from '@/shared/ui/ListHead/ListHead';
import { useListHead, type Filter } from '@/shared/ui/ListHead/useListHead';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { FoundOrgs } from './FoundOrgs';
import { OrgTree } from './OrgTree';
import { noteTree } from './useOrgPage';

const filters: readonly Filter<'archived'>[] = [
  { key: 'archived', label: '归档', all: '不看已归档的', options: [{ value: 'too', label: '连同已归档的' }] },
];

/** 组织: the tree below those I see to, and a box to find one in it. */
export function OrgsOf({ session }: { session: Session }) {
  const mine = orgsWith(session, 'org:see');
  const [chosen, setChosen] = useState(mine[0]?.id ?? '');
  // A duty may have ended since it was chosen.
  const orgId = mine.some(({ id }) => id === chosen) ? chosen : (mine[0]?.id ?? '');
  const head = useListHead<'archived'>();
  const tree = useQueryCall('org.tree', { orgId });
  const nodes = tree.data?.nodes;
  useEffect(() => {
    if (nodes) noteTree(nodes);
  }, [nodes]);
  const archived = head.chosen.archived !== undefined;
  const count = nodes?.filter((node) => archived || !node.archived).length;
  return (
    <View className="orgs">
      {mine.length > 1 && (
        <ChoiceField
          label="您管理的"
          options={mine.map(({ id, name }) => ({ label: name, value: id }))}
          value={orgId}
          onChange={setChosen}
        />
      )}
      <ListHead
        head={head}
        find="名称、拼音或首字母"
        filters={nodes?.some((node) => node.archived) ? filters : []}
        total={count === undefined || head.q !== '' ? undefined : `共 ${count} 个组织`}
      />
      {head.q !== '' ? (
        <FoundOrgs key={`${orgId} ${head.q}`} orgId={orgId} q={head.q} />
      ) : (
        <QueryView query={tree} skeleton={<Skeleton shape="row" count={8} />}>
          {(data) => <OrgTree key={orgId} tree={data} archived={archived} />}
        </QueryView>
      )}
    </View>
  );
}
