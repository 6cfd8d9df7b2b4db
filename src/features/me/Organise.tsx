import { View } from '@tarojs/components';
import type { Session } from '@contract/domains/me/actions';
import { go } from '@/shared/nav';
import { isPermitted } from '@/shared/session/session';
import { Button } from '@/shared/ui/Button/Button';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import './Organise.scss';

/** What an organiser begins, as two buttons, and below what there is of it; absent for everybody else. */
export function Organise({ session }: { session: Session }) {
  const organiser = isPermitted(session, 'event:manage');
  const admin = isPermitted(session, 'feedback:answer');
  if (!organiser && !admin) return null;
  return (
    <>
      {organiser && (
        <View className="organise">
          <View className="organise__one">
            <Button kind="quiet" block onClick={() => go('recommend', {})}>
              写荐书
            </Button>
          </View>
          <View className="organise__one">
            <Button kind="quiet" block onClick={() => go('eventEdit', {})}>
              发布活动
            </Button>
          </View>
        </View>
      )}
      <Section title="管理">
        {organiser && (
          <>
            <Row title="我写的荐书" onClick={() => go('recommendations', { which: 'mine' })} />
            <Row title="我管理的活动" context="名单与修改" onClick={() => go('events', { which: 'managed' })} />
            <Row title="邀请码" context="请人加入支部" onClick={() => go('invite')} />
          </>
        )}
        {admin && <Row title="收到的投诉建议" context="七天内答复" onClick={() => go('feedbackInbox')} />}
      </Section>
    </>
  );
}
