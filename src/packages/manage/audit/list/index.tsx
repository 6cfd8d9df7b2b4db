import { AuditOf } from '@/features/audit/AuditOf';
import { AuditEntryView } from '@/screens/AuditEntryView';
import { usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import type { Panes } from '@/shared/wide/Beside';
import { useOpener } from '@/shared/wide/chosen';

const beside: Panes = { panes: { auditEntry: { title: '一条审计记录', view: (id) => <AuditEntryView id={id} /> } } };

/** What a page was opened for, where its address says so. */
const named = (id: string | undefined, name: string | undefined) =>
  id === undefined ? undefined : { id, name: name ?? id };

function Audit() {
  const session = useSession();
  const { orgId, personId, personName, thingId, thingName, action, actionName } = usePageParameters<'audit'>('audit');
  const { open, isCurrent } = useOpener('auditEntry');
  const only = {
    person: named(personId, personName),
    thing: named(thingId, thingName),
    action: named(action, actionName),
  };
  return (
    <QueryView query={session} skeleton={<Skeleton shape="row" count={8} />}>
      {(data) => (
        <AuditOf session={data} orgId={orgId} only={only} onOpen={({ id }) => open(id)} isCurrent={isCurrent} />
      )}
    </QueryView>
  );
}

/** 审计: a table, and what one opens beside it. */
function AuditPage() {
  usePullToRefresh('audit.list');
  return (
    <Page title="审计记录" beside={beside} table>
      <Audit />
    </Page>
  );
}

export default asPage('audit', AuditPage);
