import { EntryFacts } from '@/features/audit/EntryFacts';
import { useQueryCall } from '@/shared/call/query';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

/** 一条审计记录, on its page or beside the list. */
export function AuditEntryView({ id }: { id: string }) {
  const query = useQueryCall('audit.get', { id });
  return (
    <Page title="一条审计记录">
      <QueryView query={query} skeleton={<Skeleton shape="card" count={2} />}>
        {(entry) => <EntryFacts key={entry.id} entry={entry} />}
      </QueryView>
    </Page>
  );
}
