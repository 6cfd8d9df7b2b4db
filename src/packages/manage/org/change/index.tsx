import { changeTitles, isPlanned } from '@/features/org/changes';
import { OrgChangeForm } from '@/features/org/OrgChangeForm';
import { usePageParameters } from '@/shared/nav';
import { useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

/** One change of an org: 更名, 移动, 合并, 拆分, 归档 or 恢复. */
function OrgChangePage() {
  const { id = '', kind } = usePageParameters<'orgChange'>('orgChange');
  const session = useSession();
  const planned = isPlanned(kind) ? kind : 'rename';
  return (
    <Page title={changeTitles[planned]} footed>
      <QueryView query={session} skeleton={<Skeleton shape="text" count={6} />}>
        {(data) => <OrgChangeForm id={id} kind={planned} session={data} />}
      </QueryView>
    </Page>
  );
}

export default asPage('orgChange', OrgChangePage);
