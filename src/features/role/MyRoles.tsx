import { useState } from 'react';
import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import type { GrantView } from '@contract/domains/role/views';
import { roleNames } from '@contract/roles';
import { roleTable } from '@contract/roleTable';
import { useCommandCall } from '@/shared/call/command';
import { useQueryCall } from '@/shared/call/query';
import { go } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { Empty } from '@/shared/ui/Empty/Empty';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { DelegateForm } from './DelegateForm';
import { Sights } from './Sights';
import { roleTitle, termNote } from './words';
import './role.scss';

/** Nobody can give oneself a role again, so it is asked first. */
const sure = async (role: string): Promise<boolean> =>
  (
    await Taro.showModal({
      title: `卸任${role}`,
      content: '卸任后自己不能恢复，需由上级重新授予。',
      confirmText: '卸任',
    })
  ).confirm;

/** Lays down one's own role, or ends that somebody stands in. */
function useLayDown() {
  return useCommandCall('role.layDown', {
    onDone: ({ term }) => snackbar(term.of === null ? `已卸任${roleNames[term.role]}` : `${term.member.name}不再代理`),
    onFail: (error) => snackbar(error.message),
  });
}

function MyRole({ grant, onDelegate }: { grant: GrantView; onDelegate: () => void }) {
  const { run, pending } = useLayDown();
  const own = grant.of === null;
  const layDown = async () => {
    if (!own || (await sure(roleNames[grant.role]))) await run({ memberId: grant.member.id, id: grant.id });
  };
  return (
    <>
      <Row title={roleTitle(grant)} context={grant.org.name} state={termNote(grant) || undefined} />
      <View className="role-acts">
        {own && roleTable[grant.role].delegated && (
          <Button kind="quiet" onClick={onDelegate}>
            请人代理
          </Button>
        )}
        {own && roleTable[grant.role].handedOn && (
          <Button kind="quiet" onClick={() => go('handover', { orgId: grant.org.id, memberId: grant.member.id })}>
            交接
          </Button>
        )}
        <Button kind="text" loading={pending} onClick={() => void layDown()}>
          {own ? '卸任' : '不再代理'}
        </Button>
      </View>
    </>
  );
}

function StandIn({ grant }: { grant: GrantView }) {
  const { run, pending } = useLayDown();
  return (
    <>
      <Row
        title={`${grant.member.name} 代我任${roleNames[grant.role]}`}
        context={grant.org.name}
        state={termNote(grant) || undefined}
      />
      <View className="role-acts">
        <Button kind="text" loading={pending} onClick={() => void run({ memberId: grant.member.id, id: grant.id })}>
          提前结束
        </Button>
      </View>
    </>
  );
}

/** My roles with their terms, who stands in for me, and what that lets me do. */
export function MyRoles() {
  const query = useQueryCall('role.mine', {});
  const [delegating, setDelegating] = useState<string | null>(null);
  return (
    <QueryView query={query} skeleton={<Skeleton shape="row" count={4} />}>
      {({ mine, delegated, sights }) => {
        const chosen = mine.find(({ id }) => id === delegating);
        return (
          <>
            <Section title="正在担任">
              {mine.length === 0 && <Empty title="眼下没有职责" hint="读书、荐书、报名都不需要职责。" />}
              {mine.map((grant) => (
                <MyRole key={grant.id} grant={grant} onDelegate={() => setDelegating(grant.id)} />
              ))}
            </Section>
            {chosen && <DelegateForm key={chosen.id} grant={chosen} onDone={() => setDelegating(null)} />}
            {delegated.length > 0 && (
              <Section title="请人代理的">
                {delegated.map((grant) => (
                  <StandIn key={grant.id} grant={grant} />
                ))}
              </Section>
            )}
            <Section title="我能看什么、做什么">
              <Sights sights={sights} />
            </Section>
            <Text className="role-note">由权限表算出，与别人看到的“此人能做什么”是同一份。</Text>
          </>
        );
      }}
    </QueryView>
  );
}
