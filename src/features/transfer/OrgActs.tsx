import { go } from '@/shared/nav';
import { useSession } from '@/shared/session/session';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { useLeave } from './useLeave';

/** What a member can do about belonging to an org; absent for those who only hold something there. */
export function OrgActs({ orgId }: { orgId: string }) {
  const orgs = useSession().data?.orgs ?? [];
  const { leave, pending } = useLeave();
  const org = orgs.find(({ id }) => id === orgId);
  if (org === undefined) return null;
  const last = orgs.length === 1;
  return (
    <Section title="我在这里">
      <Row title="转到别处" context="新单位同意后生效" onClick={() => go('moveOrg', { fromId: orgId })} />
      <Row title="再加入一个组织" onClick={() => go('moveOrg')} />
      <Row
        title="离开"
        context={
          last
            ? '之后只看得到公开的内容，阅读记录都在。一天之内可以撤销'
            : '在这里的职责同时结束，阅读记录都在。一天之内可以撤销'
        }
        stays
        onClick={() => !pending && leave(org, last)}
      />
    </Section>
  );
}
