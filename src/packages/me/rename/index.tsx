import { RenameForm } from '@/features/me/RenameForm';
import { useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

function RenamePage() {
  const session = useSession();
  return (
    <Page footed title="改姓名">
      <QueryView query={session} skeleton={<Skeleton shape="text" count={2} />}>
        {({ member }) => <RenameForm name={member.name} />}
      </QueryView>
    </Page>
  );
}

export default asPage('rename', RenamePage);
