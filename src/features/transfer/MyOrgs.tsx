import { Text, View } from '@tarojs/components';
import type { Session } from '@contract/domains/me/actions';
import { go } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { Empty } from '@/shared/ui/Empty/Empty';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { useLeave } from './useLeave';
import './MyOrgs.scss';

/** The orgs I belong to, each with the ways out; and the way to one more. */
export function MyOrgs({ session }: { session: Session }) {
  const { orgs } = session;
  const { leave, pending } = useLeave();
  return (
    <Section title="我的组织">
      {orgs.length === 0 ? (
        <Empty
          title="现在不属于任何组织"
          hint="只看得到公开的内容，您的阅读记录都在。找到要去的组织，或用邀请码加入，就能看到那里的内容。"
          action={
            <Button kind="quiet" onClick={() => go('moveOrg')}>
              申请加入
            </Button>
          }
        />
      ) : (
        <>
          {orgs.map((org) => (
            <Row
              key={org.id}
              title={org.name}
              state={
                <View className="my-orgs__ways">
                  <Button kind="text" label={`从${org.name}转走`} onClick={() => go('moveOrg', { fromId: org.id })}>
                    转走
                  </Button>
                  <Button
                    kind="text"
                    label={`离开${org.name}`}
                    disabled={pending}
                    onClick={() => leave(org, orgs.length === 1)}
                  >
                    离开
                  </Button>
                </View>
              }
            />
          ))}
          <Row title="再加入一个组织" onClick={() => go('moveOrg')} />
          <Text className="my-orgs__note">
            离开后，在那里的职责同时结束；已报的活动、阅读记录都在。一天之内可以撤销。
          </Text>
        </>
      )}
    </Section>
  );
}
