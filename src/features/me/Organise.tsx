import type { Session } from '@contract/actions/me';
import { go } from '@/shared/nav';
import { isPermitted } from '@/shared/session/session';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';

/** What an organiser does here; absent for everybody else. */
export function Organise({ session }: { session: Session }) {
  const organiser = isPermitted(session, 'event:manage');
  const admin = isPermitted(session, 'feedback:answer');
  if (!organiser && !admin) return null;
  return (
    <Section title="管理">
      {organiser && (
        <>
          <Row title="写荐书" context="选一本书，写荐语和三个导读问题，约五分钟" onClick={() => go('recommend', {})} />
          <Row title="我写的荐书" onClick={() => go('recommendations', { which: 'mine' })} />
          <Row title="发布活动" context="诵读、共读或讲座，约三分钟" onClick={() => go('eventEdit', {})} />
          <Row title="我管理的活动" context="名单与修改" onClick={() => go('events', { which: 'managed' })} />
          <Row title="邀请码" context="请人加入支部" onClick={() => go('invite')} />
        </>
      )}
      {admin && <Row title="收到的投诉建议" context="七天内答复" onClick={() => go('feedbackInbox')} />}
    </Section>
  );
}
