import { go } from '@/shared/nav';
import { leaves } from '@/shared/org/audience';
import { Section } from '@/shared/ui/Section/Section';
import { Tiles } from '@/shared/ui/Tiles/Tiles';
import { changeTitles, type PlannedKind } from './changes';
import type { OrgPage } from './OrgFacts';

/** Which changes make sense of it now. */
function kindsFor({ org, may }: OrgPage): PlannedKind[] {
  if (!may.change || org.merging) return [];
  if (org.archived) return org.archivedAt === null ? [] : ['restore'];
  return ['rename', 'move', 'merge', 'split', 'archive'];
}

/** What those who run the tree can do with an org; absent for everybody else. */
export function OrgActions({ page }: { page: OrgPage }) {
  const { org, may } = page;
  const { id } = org;
  if (!may.addBelow && !may.change) return null;
  const items = [
    ...(may.addBelow && !org.archived && !leaves.includes(org.kind)
      ? [{ title: '新建下级', onClick: () => go('orgNew', { parentId: id }) }]
      : []),
    ...kindsFor(page).map((kind) => ({ title: changeTitles[kind], onClick: () => go('orgChange', { id, kind }) })),
    ...(may.addBelow ? [{ title: '最近改动', onClick: () => go('orgChanges', { id }) }] : []),
  ];
  return (
    <Section title="改动">
      <Tiles items={items} />
    </Section>
  );
}
