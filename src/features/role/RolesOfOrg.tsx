import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Session } from '@contract/domains/me/actions';
import { useQueryCall } from '@/shared/call/query';
import { go } from '@/shared/nav';
import { OrgChoice, type ChosenOrg } from '@/shared/org/OrgChoice';
import { isPermitted, orgsWith } from '@/shared/session/session';
import { Button } from '@/shared/ui/Button/Button';
import { Empty } from '@/shared/ui/Empty/Empty';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Section } from '@/shared/ui/Section/Section';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { GrantTable } from './GrantTable';
import { History } from './History';
import './role.scss';

/** Who holds what on an org, who above reaches it, and how it came about. */
export function RolesOfOrg({ session, asked }: { session: Session; asked: ChosenOrg | undefined }) {
  const orgs = orgsWith(session, 'role:see');
  const [chosen, setChosen] = useState(asked ?? orgs[0]);
  if (chosen === undefined) return null;
  return (
    <>
      <View className="role-of">
        <OrgChoice orgs={orgs} value={chosen} onChange={setChosen} finds={isPermitted(session, 'org:invite')} />
      </View>
      <OfOrg key={chosen.id} orgId={chosen.id} />
    </>
  );
}

function OfOrg({ orgId }: { orgId: string }) {
  const [past, setPast] = useState(false);
  const query = useQueryCall('role.ofOrg', { orgId });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="row" count={5} />}>
      {({ org, here, above, grantable }) => (
        <>
          <View className="role-acts">
            {grantable.length > 0 && <Button onClick={() => go('roleGrant', { orgId })}>授予职责</Button>}
            <Button kind="quiet" onClick={() => go('roleWho', { orgId, name: org.name })}>
              谁能看到、谁能做
            </Button>
          </View>
          <Section title="在这里任职">
            {here.length === 0 ? (
              <Empty
                title="这里还没有人担任职责"
                hint={grantable.length > 0 ? '点“授予职责”，选人、选职责就行。' : undefined}
              />
            ) : (
              <GrantTable label="在这里任职" grants={here} orgId={orgId} />
            )}
          </Section>
          {above.length > 0 && (
            <Section title="上级，也管到这里">
              <GrantTable label="上级，也管到这里" grants={above} orgId={orgId} withOrg />
            </Section>
          )}
          <Section title="变动" more={{ label: past ? '收起' : '看看', onClick: () => setPast(!past) }}>
            {past ? (
              <History orgId={orgId} />
            ) : (
              <Text className="role-note">谁在什么时候授予、改期、收回，都留着。</Text>
            )}
          </Section>
        </>
      )}
    </QueryView>
  );
}
