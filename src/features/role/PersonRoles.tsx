import { Text, View } from '@tarojs/components';
import type { GrantView } from '@contract/domains/role/views';
import { useQueryCall } from '@/shared/call/query';
import { go } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { ExtendField } from './ExtendField';
import { Sights } from './Sights';
import { useEnd } from './useEnd';
import { roleTitle, termNote } from './words';
import './role.scss';

interface Props {
  orgId: string;
  memberId: string;
}

/** What somebody holds on an org, with what can be done about it. */
function Held({ orgId, memberId }: Props) {
  const query = useQueryCall('role.ofOrg', { orgId });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="row" count={1} />}>
      {({ here, org }) => {
        const own = here.filter(({ member }) => member.id === memberId);
        if (own.length === 0) return <Text className="role-note">{`在${org.name}没有职责。`}</Text>;
        return (
          <Section title={`在${org.name}`}>
            {own.map((grant) => (
              <OneHeld key={grant.id} grant={grant} />
            ))}
            {own.some(({ of }) => of === null) && (
              <View className="role-acts">
                <Button kind="quiet" onClick={() => go('handover', { orgId, memberId })}>
                  交接给继任者
                </Button>
              </View>
            )}
          </Section>
        );
      }}
    </QueryView>
  );
}

function OneHeld({ grant }: { grant: GrantView }) {
  const { end, pending } = useEnd();
  return (
    <>
      <Row title={roleTitle(grant)} context={termNote(grant) || '不定期限'} />
      {grant.mayChange && (
        <View className="role-acts">
          {grant.of === null && <ExtendField grant={grant} />}
          <Button kind="text" loading={pending} onClick={() => void end({ memberId: grant.member.id, id: grant.id })}>
            收回
          </Button>
        </View>
      )}
    </>
  );
}

/** 此人能看什么、做什么. */
export function PersonRoles({ orgId, memberId }: Props) {
  const query = useQueryCall('role.ofMember', { orgId, memberId });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="card" count={2} />}>
      {({ member, disabled, sights }) => (
        <>
          <View className="role-head">
            <Text className="role-head__org">{member.name}</Text>
          </View>
          {disabled && <Text className="role-note">账号已停用，下面这些眼下都做不了。</Text>}
          <Held orgId={orgId} memberId={memberId} />
          <Section title="能看什么、做什么">
            <Sights sights={sights} />
          </Section>
          <Text className="role-note">由权限表算出。每个人的阅读记录、书架和心得只有本人看得到。</Text>
        </>
      )}
    </QueryView>
  );
}
