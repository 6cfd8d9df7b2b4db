import { Text, View } from '@tarojs/components';
import type { ActionOutput } from '@contract/registry';
import { instantLabel } from '@contract/day';
import { leaves } from '@/shared/org/audience';
import { go } from '@/shared/nav';
import { TapWord } from '@/shared/ui/Tap/TapWord';
import { OrgCode } from './OrgCode';
import { OrgName } from './OrgName';
import './Org.scss';

export type OrgPage = ActionOutput<'org.page'>;

/** How it stands, where that is not as usual. */
function standingOf({ archived, archivedAt, merging }: OrgPage['org']): string | null {
  if (merging) return `正在并入“${merging.into.name}”，${instantLabel(merging.until)} 之前可以撤销。`;
  if (archivedAt !== null) return `${instantLabel(archivedAt)} 归档：里面的内容都还在，只能查看。`;
  return archived ? '上级组织已归档，这里只能查看。' : null;
}

/** What it has, for those who run it; figures of the last hour, of a new org none yet. */
function sizeOf({ org, branches, members, may }: OrgPage): string | null {
  if (!may.see) return null;
  const parts = [
    branches !== null && !leaves.includes(org.kind) && `${branches} 个支部`,
    members !== null && `${members} 人`,
  ];
  return parts.filter(Boolean).join('，') || '一小时内数好';
}

/** What an org is, where it stands, and what it has. */
export function OrgFacts({ page }: { page: OrgPage }) {
  const { org, above } = page;
  const standing = standingOf(org);
  const size = sizeOf(page);
  return (
    <View className="org">
      <OrgName org={org} />
      {standing && <View className="org__standing">{standing}</View>}
      <View className="org__facts">
        {above.length > 0 && (
          <View className="org__fact">
            <Text className="org__label">上级</Text>
            <View className="org__above">
              {above.map(({ id, name }) => (
                <TapWord key={id} role="link" onTap={() => go('orgPage', { id })}>
                  {name}
                </TapWord>
              ))}
            </View>
          </View>
        )}
        {size !== null && (
          <View className="org__fact">
            <Text className="org__label">规模</Text>
            <Text className="org__value">{size}</Text>
          </View>
        )}
        {page.may.invite && <OrgCode org={org} joinCode={page.joinCode} />}
      </View>
    </View>
  );
}
