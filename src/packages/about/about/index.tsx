import { AboutPanel } from '@/features/me/AboutPanel';
import { Page } from '@/shared/ui/Page/Page';

export default function AboutPage() {
  return (
    <Page title="关于">
      <AboutPanel />
    </Page>
  );
}
