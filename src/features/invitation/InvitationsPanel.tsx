import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Session } from '@contract/domains/me/actions';
import { useListCall } from '@/shared/call/query';
import { go } from '@/shared/nav';
import { leaves } from '@/shared/org/audience';
import { OrgField } from '@/shared/org/OrgField';
import { orgsWith } from '@/shared/session/session';
import { Button } from '@/shared/ui/Button/Button';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { Batches } from './Batches';
import { InvitationForm } from './InvitationForm';
import { InvitationTable } from './InvitationTable';
import './InvitationCard.scss';

function Invitations({ orgId }: { orgId: string }) {
  const list = useListCall('invitation.list', { orgId });
  return (
    <QueryView query={list} skeleton={<Skeleton shape="card" count={2} />}>
      {(items) => (
        <View>
          {items.length === 0 && (
            <Empty title="还没有发过邀请" hint="发一个，限好时间和人数，比长期有效的邀请码稳妥。" />
          )}
          {items.length > 0 && (
            <View className="invitations">
              <InvitationTable invitations={items} more={list.hasMore} />
            </View>
          )}
          <ListEnd list={list} />
        </View>
      )}
    </QueryView>
  );
}

/** Invitations to the orgs that I run: what there are, and a new one. `orgId`: which to begin with. */
export function InvitationsPanel({ session, orgId }: { session: Session; orgId: string | undefined }) {
  const orgs = orgsWith(session, 'org:invite');
  const [chosen, setChosen] = useState(() => orgs.find(({ id }) => id === orgId) ?? orgs[0]);
  const [adding, setAdding] = useState<'one' | 'below' | null>(null);
  if (chosen === undefined) return null;
  const { id } = chosen;
  return (
    <>
      <View className="invitations">
        <OrgField
          label="邀请加入"
          hint="对方会成为这个组织的成员，看得到它和上级发布的内容。"
          orgs={orgs}
          value={chosen}
          onChange={(org) => setChosen({ kind: 'branch', ...org })}
        />
        {adding !== 'one' && (
          <View className="invitation__add">
            <Button kind={adding === null ? 'primary' : 'quiet'} block onClick={() => setAdding('one')}>
              发一个邀请
            </Button>
          </View>
        )}
      </View>
      {adding === 'one' && <InvitationForm key={id} orgId={id} onClose={() => setAdding(null)} />}
      <Invitations key={`list-${id}`} orgId={id} />
      {!leaves.includes(chosen.kind) && (
        <Batches
          key={`below-${id}`}
          org={chosen}
          adding={adding === 'below'}
          onAdding={(on) => setAdding(on ? 'below' : null)}
        />
      )}
      <Section title="还有">
        <Row title="加入申请" context="等我同意的人" onClick={() => go('joinRequests', { id })} />
        <Row title="名单" context="先导入在等的人，来了按姓名对上" onClick={() => go('orgRoster', { orgId: id })} />
        <Row
          title="长期邀请码"
          context="随组织导入，一直有效；短的容易被猜中，建议改用邀请"
          onClick={() => go('invite')}
        />
      </Section>
      <View className="invitations">
        <Text className="invitation__line">邀请码是 12 位随机字符，停用或到期后立刻失效；已经加入的人不受影响。</Text>
      </View>
    </>
  );
}
