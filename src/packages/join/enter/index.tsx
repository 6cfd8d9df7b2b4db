import { EnterPanel } from '@/features/session/EnterPanel';
import { codeIn } from '@/features/session/scene';
import { usePageParameters } from '@/shared/nav';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

function EnterPage() {
  const code = codeIn(usePageParameters('enter'));
  return (
    <Page title="加入组织">
      <EnterPanel code={code} />
    </Page>
  );
}

export default asPage('enter', EnterPage);
