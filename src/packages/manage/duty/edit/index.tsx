import { dutyKinds } from '@contract/domains/duty/constants';
import { AddDuty } from '@/features/duty/AddDuty';
import { ReviseDuty } from '@/features/duty/ReviseDuty';
import { StandInDuty } from '@/features/duty/StandInDuty';
import { usePageParameters } from '@/shared/nav';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Empty } from '@/shared/ui/Empty/Empty';
import { Page } from '@/shared/ui/Page/Page';

/** 添加职务; with an `id` 修改, with `of` 指定代理. */
function DutyEditPage() {
  const { id, of, orgId, group, kind } = usePageParameters<'dutyEdit'>('dutyEdit');
  const title = id ? '修改职务' : of ? '指定代理' : '添加职务';
  return (
    <Page footed title={title}>
      {id ? (
        <ReviseDuty id={id} />
      ) : of ? (
        <StandInDuty of={of} />
      ) : orgId ? (
        <AddDuty orgId={orgId} group={group} kind={dutyKinds.find((known) => known === kind)} />
      ) : (
        <Empty title="没有说是哪个组织" hint="请从组织页的“领导小组与职务”进来。" />
      )}
    </Page>
  );
}

export default asPage('dutyEdit', DutyEditPage);
