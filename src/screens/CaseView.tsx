import { useContext } from 'react';
import { CaseScreen } from '@/features/moderation/CaseScreen';
import { useQueryCall } from '@/shared/call/query';
import { replace } from '@/shared/nav';
import { orgsWith, useSession } from '@/shared/session/session';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Stale } from '@/shared/ui/QueryView/Stale';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { InPane, useOpener } from '@/shared/wide/chosen';

/** 审核: one case, on its page or beside the queue. `of`: the org whose queue it was opened from. */
export function CaseView({ id, of }: { id: string; of?: string | undefined }) {
  const query = useQueryCall('moderation.case', { id });
  const session = useSession().data;
  const inPane = useContext(InPane);
  const { open } = useOpener('moderationCase');
  const orgId = of ?? orgsWith(session, 'moderation:decide')[0]?.id;
  const next = (other: string) => (inPane ? open(other) : replace('moderationCase', { id: other, of: orgId }));
  if (query.data) {
    return <CaseScreen key={id} shown={query.data.case} above={<Stale query={query} />} orgId={orgId} onNext={next} />;
  }
  return (
    <Page title="审核">
      <QueryView query={query} skeleton={<Skeleton shape="text" count={8} />}>
        {() => null}
      </QueryView>
    </Page>
  );
}
