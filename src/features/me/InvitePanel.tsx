import { Text, View } from '@tarojs/components';
import type { Session } from '@contract/domains/me/actions';
import { useQueryCall } from '@/shared/call/query';
import { orgsWith } from '@/shared/session/session';
import { Button } from '@/shared/ui/Button/Button';
import { Card } from '@/shared/ui/Card/Card';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { CodesBelow } from './CodesBelow';
import { copyInvitation } from './invitation';
import './InvitePanel.scss';

function OrgCode({ orgId }: { orgId: string }) {
  const query = useQueryCall('org.joinCode', { orgId });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="card" />}>
      {({ name, joinCode }) => (
        <Card>
          <Text className="invite__name">{name}</Text>
          {joinCode ? (
            <View className="invite__line">
              <Text className="invite__code">{joinCode}</Text>
              <Button kind="quiet" onClick={() => copyInvitation({ name, joinCode })}>
                复制邀请
              </Button>
            </View>
          ) : (
            <Text className="invite__none">这一级不直接接收成员，请用下面各支部的邀请码。</Text>
          )}
        </Card>
      )}
    </QueryView>
  );
}

/** Codes with which people join the branches I run. */
export function InvitePanel({ session }: { session: Session }) {
  const orgs = orgsWith(session, 'org:invite');
  return (
    <>
      <View className="invite">
        <Text className="invite__lead">把邀请码告诉要加入的人，在小程序里填上就行。</Text>
        {orgs.map(({ id }) => (
          <OrgCode key={id} orgId={id} />
        ))}
      </View>
      {orgs
        .filter(({ kind }) => kind !== 'branch')
        .map((org) => (
          <CodesBelow key={org.id} org={org} />
        ))}
    </>
  );
}
