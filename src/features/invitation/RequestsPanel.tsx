import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Session } from '@contract/domains/me/actions';
import { useListCall } from '@/shared/call/query';
import { OrgChoice, type ChosenOrg } from '@/shared/org/OrgChoice';
import { orgsWith } from '@/shared/session/session';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Segments } from '@/shared/ui/Segments/Segments';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import './InvitationCard.scss';
import { RequestCard } from './RequestCard';

type Which = 'waiting' | 'decided';
const views = [
  { key: 'waiting' as const, label: '等我同意' },
  { key: 'decided' as const, label: '已答复' },
];

function Requests({ orgId, which }: { orgId: string; which: Which }) {
  const list = useListCall('invitation.requests', { orgId, which });
  return (
    <QueryView query={list} skeleton={<Skeleton shape="card" count={2} />}>
      {(items) => (
        <View>
          {items.length === 0 && (
            <Empty
              title={which === 'waiting' ? '没有人在等' : '还没有答复过'}
              hint="勾选了“每个人都要我同意”的邀请，有人申请时会在这里。"
            />
          )}
          <View className="invitations invitations--below">
            {items.map((request) => (
              <RequestCard key={`${request.id}:${request.state}`} request={request} />
            ))}
          </View>
          <ListEnd list={list} />
        </View>
      )}
    </QueryView>
  );
}

/** Who asks to join the orgs that I run, each answered with a tap. */
export function RequestsPanel({ session, orgId }: { session: Session; orgId: string | undefined }) {
  const [which, setWhich] = useState<Which>('waiting');
  const orgs = orgsWith(session, 'org:invite');
  const [org, setOrg] = useState<ChosenOrg | undefined>(orgs.find(({ id }) => id === orgId) ?? orgs[0]);
  if (org === undefined) return null;
  return (
    <>
      <View className="invitations">
        <OrgChoice orgs={orgs} value={org} onChange={setOrg} finds />
      </View>
      <Segments items={views} value={which} onChange={setWhich} />
      <Requests key={`${org.id} ${which}`} orgId={org.id} which={which} />
    </>
  );
}
