import { DutyViews } from '@/features/duty/DutyViews';
import { OrgScreen } from '@/features/org/OrgScreen';
import { OrgActs } from '@/features/transfer/OrgActs';
import { Page } from '@/shared/ui/Page/Page';
import { Section } from '@/shared/ui/Section/Section';

/** 组织: one org, on its page or beside the tree, for those who run it and for those who belong to it. */
export function OrgView({ id }: { id: string }) {
  const duties = (archived: boolean) => (
    <Section title="领导小组与职务">
      <DutyViews orgId={id} frozen={archived} />
    </Section>
  );
  return (
    <Page title="组织">
      <OrgScreen key={id} id={id} duties={duties} acts={<OrgActs orgId={id} />} />
    </Page>
  );
}
