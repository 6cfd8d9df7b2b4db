import { PlanNew } from '@/features/event/PlanNew';
import { Replan } from '@/features/event/Replan';
import { usePageParameters } from '@/shared/nav';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

/** 发布活动, or 修改 with an `id`. */
function EventEditPage() {
  const { id } = usePageParameters<'eventEdit'>('eventEdit');
  return (
    <Page footed title={id ? '修改活动' : '发布活动'}>
      {id ? <Replan id={id} /> : <PlanNew />}
    </Page>
  );
}

export default asPage('eventEdit', EventEditPage);
