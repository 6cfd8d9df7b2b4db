import { Mine } from '@/features/me/Mine';
import { Organise } from '@/features/me/Organise';
import { Settings } from '@/features/me/Settings';
import { Waiting } from '@/features/me/waiting/Waiting';
import { Who } from '@/features/me/Who';
import { NoticesEntry } from '@/features/notice/NoticesEntry';
import { JoinPanel } from '@/features/session/JoinPanel';
import { PersonaSwitch } from '@backend/PersonaSwitch';
import { isVisitor, useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

function MePage() {
  const session = useSession();
  return (
    <Page tab title="我的">
      {isVisitor(session) ? (
        <JoinPanel />
      ) : (
        <QueryView query={session} skeleton={<Skeleton shape="row" count={3} />}>
          {(data) => (
            <>
              <Who session={data} />
              <Waiting />
              <NoticesEntry />
              <Organise session={data} />
              <Mine session={data} />
            </>
          )}
        </QueryView>
      )}
      <Settings />
      <PersonaSwitch />
    </Page>
  );
}

export default asPage('me', MePage);
