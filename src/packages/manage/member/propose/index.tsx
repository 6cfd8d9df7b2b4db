import { ProposeMerge } from '@/features/member/ProposeMerge';
import { usePageParameters } from '@/shared/nav';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

/** A merge is proposed for somebody who cannot use the old WeChat any more. */
function ProposePage() {
  const { id = '', name = '这位成员' } = usePageParameters<'mergePropose'>('mergePropose');
  return (
    <Page footed title="合并账号">
      <ProposeMerge id={id} name={name} />
    </Page>
  );
}

export default asPage('mergePropose', ProposePage);
