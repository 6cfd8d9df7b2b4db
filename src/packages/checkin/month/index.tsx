import { MonthRecord } from '@/features/checkin/MonthRecord';
import { usePageParameters } from '@/shared/nav';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

function MonthPage() {
  const { month, day } = usePageParameters('month');
  return (
    <Page columns title="阅读记录">
      <MonthRecord initialMonth={month} initialDay={day} />
    </Page>
  );
}

export default asPage('month', MonthPage);
