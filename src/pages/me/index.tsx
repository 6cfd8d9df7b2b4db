import { Mine } from '@/features/me/Mine';
import { Organise } from '@/features/me/Organise';
import { Settings } from '@/features/me/Settings';
import { Waiting } from '@/features/me/waiting/Waiting';
import { Who } from '@/features/me/Who';
import { NoticesEntry } from '@/features/notice/NoticesEntry';
import { ErasingNotice } from '@/features/owndata/ErasingNotice';
import { JoinPanel } from '@/features/session/JoinPanel';
import { PersonaSwitch } from '@backend/PersonaSwitch';
import { useQueryCall } from '@/shared/call/query';
import { go } from '@/shared/nav';
import { isVisitor, useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Row } from '@/shared/ui/Row/Row';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

/** Whoever has asked to be erased is refused everything but this. */
function Leaving() {
  const own = useQueryCall('owndata.view', {});
  return (
    <QueryView query={own} skeleton={<Skeleton shape="text" count={3} />}>
      {({ erasing }) =>
        erasing && (
          <>
            <ErasingNotice erasing={erasing} />
            <Row title="我的数据" context="存了什么，带走一份" onClick={() => go('ownData')} />
          </>
        )
      }
    </QueryView>
  );
}

function MePage() {
  const session = useSession();
  return (
    <Page tab title="我的">
      {session.error?.code === 'ERASING' ? (
        <Leaving />
      ) : isVisitor(session) ? (
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
