import { View } from '@tarojs/components';
import type { Session } from '@contract/domains/me/actions';
import { orgsWith } from '@/shared/session/session';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import type { PlannedKind } from './changes';
import type { OrgPage } from './OrgFacts';
import { OrgName } from './OrgName';
import { RenameForm } from './RenameForm';
import { SplitForm } from './SplitForm';
import { StandForm } from './StandForm';
import { TargetForm } from './TargetForm';
import { useOrgPage } from './useOrgPage';

interface Props {
  id: string;
  kind: PlannedKind;
  session: Session;
}

function formOf(kind: PlannedKind, page: OrgPage, session: Session) {
  const { org } = page;
  if (kind === 'rename') return <RenameForm org={org} />;
  if (kind === 'move' || kind === 'merge')
    return <TargetForm org={org} kind={kind} orgs={orgsWith(session, 'org:manage')} />;
  if (kind === 'split') return <SplitForm page={page} />;
  return <StandForm org={org} kind={kind} />;
}

/** A change of one org, thought over with what goes along. */
export function OrgChangeForm({ id, kind, session }: Props) {
  const query = useOrgPage(id);
  return (
    <QueryView query={query} skeleton={<Skeleton shape="text" count={6} />}>
      {(page) => (
        <>
          <View className="org">
            <OrgName org={page.org} />
          </View>
          {formOf(kind, page, session)}
        </>
      )}
    </QueryView>
  );
}
