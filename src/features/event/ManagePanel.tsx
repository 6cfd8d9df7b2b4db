import type { EventDetail } from '@contract/domains/event/actions';
import { serverNow } from '@/shared/call/clock';
import { go } from '@/shared/nav';
import { Row } from '@/shared/ui/Row/Row';
import { useOpen } from '@/shared/wide/chosen';
import { Section } from '@/shared/ui/Section/Section';
import { useCallOff } from './useCallOff';

/** For organisers: the roster, and until it is over changes and calling the event off with a way back. */
export function ManagePanel({ event }: { event: EventDetail }) {
  const { setCancelled, pending } = useCallOff();
  const roster = useOpen('roster', event.id);
  const signedUp = event.capacity - event.left + event.waiting;
  const over = serverNow() >= event.endsAt;
  return (
    <Section title="管理">
      <Row
        title="报名名单"
        context={event.waiting > 0 ? `其中候补 ${event.waiting} 人` : '按报名先后'}
        state={`${signedUp} 人`}
        onClick={roster.open}
      />
      {!event.cancelled && !over && <Row title="修改活动" onClick={() => go('eventEdit', { id: event.id })} />}
      {!over && (
        <Row
          title={event.cancelled ? '恢复活动' : '取消活动'}
          context={event.cancelled ? '报名和候补都还在' : '取消后可以恢复'}
          stays
          onClick={() => {
            if (!pending) setCancelled(event, !event.cancelled);
          }}
        />
      )}
    </Section>
  );
}
