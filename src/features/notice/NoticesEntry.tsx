import { UNREAD_SHOWN_MAX } from '@contract/shared/notices/constants';
import { useQueryCall } from '@/shared/call/query';
import { go } from '@/shared/nav';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';

const unreadText = (count: number): string | undefined =>
  count === 0 ? undefined : `${count >= UNREAD_SHOWN_MAX ? `${UNREAD_SHOWN_MAX}+` : count} 条未读`;

/** The way to the notices, with how many are unread: here and nowhere else. */
export function NoticesEntry() {
  const { data } = useQueryCall('notice.unread', {});
  return (
    <Section title="通知">
      <Row
        title="与我有关的通知"
        context="报名、提交与职责的变动"
        state={data && unreadText(data.count)}
        onClick={() => go('notices')}
      />
    </Section>
  );
}
