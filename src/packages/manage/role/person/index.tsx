import { PersonRoles } from '@/features/role/PersonRoles';
import { usePageParameters } from '@/shared/nav';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

/** 此人能看什么、做什么. */
function PersonPage() {
  const { orgId = '', memberId = '' } = usePageParameters<'rolePerson'>('rolePerson');
  return (
    <Page title="此人能做什么">
      <PersonRoles orgId={orgId} memberId={memberId} />
    </Page>
  );
}

export default asPage('rolePerson', PersonPage);
