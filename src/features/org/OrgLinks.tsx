import type { Permission } from '@contract/permissions';
import { go } from '@/shared/nav';
import { orgsWith, useSession } from '@/shared/session/session';
import { Section } from '@/shared/ui/Section/Section';
import { Tiles } from '@/shared/ui/Tiles/Tiles';
import type { OrgPage } from './OrgFacts';

/** To the people of an org, for those who may see them here; absent for everybody else. */
export function OrgLinks({ page: { org, above } }: { page: OrgPage }) {
  const session = useSession().data;
  const reaching = [org, ...above].map(({ id }) => id);
  const may = (permission: Permission): boolean =>
    orgsWith(session, permission).some(({ id }) => reaching.includes(id));
  const here = { orgId: org.id, name: org.name };
  const items = [
    ...(may('member:see') ? [{ title: '成员', onClick: () => go('members', here) }] : []),
    ...(may('role:see') ? [{ title: '职责', onClick: () => go('roles', here) }] : []),
  ];
  if (items.length === 0) return null;
  return (
    <Section title="查看">
      <Tiles items={items} />
    </Section>
  );
}
