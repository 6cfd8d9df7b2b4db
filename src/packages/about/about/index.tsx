import { AboutPanel } from '@/features/me/AboutPanel';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

function AboutPage() {
  return (
    <Page title="关于">
      <AboutPanel />
    </Page>
  );
}

export default asPage('about', AboutPage);
