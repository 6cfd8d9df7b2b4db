import { View } from '@tarojs/components';
import { orgKindNames } from '@contract/roles';
import { go } from '@/shared/nav';
import { leaves } from '@/shared/org/audience';
import { LongList } from '@/shared/ui/LongList/LongList';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { Empty } from '@/shared/ui/Empty/Empty';
import type { OrgPage } from './OrgFacts';

const ROW_PX = 73;

type Below = OrgPage['below'][number];

function contextOf({ kind, branches, members }: Below): string {
  // Of a branch it is not worth saying that it is one.
  const size = branches && !leaves.includes(kind) ? `${branches} 个支部` : '';
  return [orgKindNames[kind], size, members === null ? '' : `${members} 人`].filter((part) => part !== '').join(' · ');
}

const stateOf = ({ archived, merging }: Below): string | undefined =>
  merging ? '正在并入' : archived ? '已归档' : undefined;

/** What stands directly below an org. */
export function OrgBelow({ page: { org, below, more } }: { page: OrgPage }) {
  if (below.length === 0 && leaves.includes(org.kind)) return null;
  return (
    <Section title="下级组织">
      {below.length === 0 && <Empty title="还没有下级组织" hint="建好的部门和支部会列在这里。" />}
      <LongList items={below} keyOf={({ id }) => id} rowHeight={ROW_PX}>
        {(one) => (
          <Row
            title={one.name}
            context={contextOf(one)}
            state={stateOf(one)}
            onClick={() => go('orgPage', { id: one.id })}
          />
        )}
      </LongList>
      {more && <View className="org__more">还有更多，请在组织树里找。</View>}
    </Section>
  );
}
