import { MonthRecord } from '@/features/checkin/MonthRecord';
import { UnstoredNotice } from '@/features/checkin/UnstoredNotice';
import { usePageParameters } from '@/shared/nav';
import { Page } from '@/shared/ui/Page/Page';

export default function MonthPage() {
  const { month, day } = usePageParameters('month');
  return (
    <Page title="阅读记录">
      <UnstoredNotice />
      <MonthRecord initialMonth={month} initialDay={day} />
    </Page>
  );
}
