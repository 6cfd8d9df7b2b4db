import { Text, View } from '@tarojs/components';
import type { MemberDetail } from '@contract/domains/member/actions';
import { dayLabel, dayOf } from '@contract/day';
import { go } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { Heading } from '@/shared/ui/Heading/Heading';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { Standing } from './Standing';
import { dutyContext, formerContext, formerText, mergingText, roleContext, roleTitle } from './words';
import './MemberFacts.scss';

const yearOf = (instant: number): string => dayOf(instant).slice(0, 4);
const joinedText = (instant: number): string =>
  `${yearOf(instant)}年${dayLabel(dayOf(instant)).split(' ')[0] ?? ''}加入`;

/** One member as those who run his orgs see him: where he belongs and what he holds. */
export function MemberFacts({ member }: { member: MemberDetail }) {
  const { formerNames } = member;
  return (
    <>
      <View className="sx-member">
        <Heading level={2} className="sx-member__name">
          {member.name}
        </Heading>
        <Text className="sx-member__since">{joinedText(member.joinedAt)}</Text>
        {formerNames.length > 0 && <Text className="sx-member__since">{formerText(formerNames)}</Text>}
      </View>
      <Section title="所在组织">
        {member.orgs.map((org) => (
          <Row
            key={org.id}
            title={org.name}
            state={
              org.mayTransfer && (
                <View className="sx-member__way">
                  <Button
                    kind="text"
                    label={`提议转走，现在在${org.name}`}
                    onClick={() => go('transferPropose', { orgId: org.id, memberId: member.id })}
                  >
                    提议转走
                  </Button>
                </View>
              )
            }
          />
        ))}
        {member.orgs.length === 0 && <Text className="sx-member__none">眼下不在任何组织。记录都还在。</Text>}
      </Section>
      <Section title="职责">
        {member.roles.map((held) => (
          <Row
            key={`${held.role} ${held.org.id} ${held.from ?? ''} ${held.until ?? ''}`}
            title={roleTitle(held)}
            context={held.org.name}
            state={roleContext(held)}
          />
        ))}
        {member.roles.length === 0 && <Text className="sx-member__none">没有职责。</Text>}
      </Section>
      {member.duties.length > 0 && (
        <Section title="领导小组与职务">
          {member.duties.map((duty) => (
            <Row
              key={duty.id}
              title={duty.title}
              context={`${duty.org.name} · ${duty.group}`}
              state={dutyContext(duty)}
            />
          ))}
        </Section>
      )}
      {member.formerDuties.length > 0 && (
        <Section title="曾任职务">
          {member.formerDuties.map((duty) => (
            <Row
              key={duty.id}
              title={duty.title}
              context={`${duty.org.name} · ${duty.group}`}
              state={formerContext(duty)}
            />
          ))}
        </Section>
      )}
      {member.merging !== null && (
        <Section title="合并账号">
          <Text className="sx-member__none">{mergingText(member.merging)}</Text>
        </Section>
      )}
      <Standing member={member} />
      <View className="sx-member__foot">
        {member.mayManage && (
          <Button kind="text" onClick={() => go('mergePropose', { id: member.id, name: member.name })}>
            这个人换了微信，和新账号合并
          </Button>
        )}
        <Text className="sx-member__none">阅读记录、书架和心得只有本人看得到，这里不显示。</Text>
      </View>
    </>
  );
}
