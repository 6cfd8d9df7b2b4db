import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Session } from '@contract/domains/me/actions';
import { useQueryCall } from '@/shared/call/query';
import { OrgField } from '@/shared/org/OrgField';
import { orgsWith } from '@/shared/session/session';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import '@/shared/ui/form.scss';
import './Roster.scss';
import { RosterCard } from './RosterCard';
import { RosterForm } from './RosterForm';

function OfOrg({ orgId }: { orgId: string }) {
  const query = useQueryCall('roster.get', { orgId });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="card" />}>
      {({ roster }) => (
        <>
          {roster && <RosterCard orgId={orgId} roster={roster} />}
          <RosterForm orgId={orgId} roster={roster} />
        </>
      )}
    </QueryView>
  );
}

/** Names that an org of mine expects: how many have come. `orgId`: which to begin with. */
export function RosterPanel({ session, orgId }: { session: Session; orgId: string | undefined }) {
  const orgs = orgsWith(session, 'org:invite');
  const own = orgs.find(({ id }) => id === orgId) ?? orgs[0];
  const [chosen, setChosen] = useState<{ id: string; name: string } | undefined>(own);
  if (chosen === undefined) return null;
  return (
    <View className="roster">
      <Text className="roster__words">
        先导入在等的人，本人凭邀请加入时按姓名对上。导入后谁也看不到名单，只看得到对上了几人。
      </Text>
      <OrgField
        label="哪个组织的名单"
        hint="谁能发这个组织的邀请，谁就能管它的名单。"
        orgs={orgs}
        value={chosen}
        onChange={setChosen}
      />
      <View className="roster__body">
        <OfOrg key={chosen.id} orgId={chosen.id} />
      </View>
    </View>
  );
}
