import { useQueryCall } from '@/shared/call/query';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { opensWaiting, waitingState, waitingTitle } from './rows';

/** What waits for me, and what of mine waits for others; absent while nothing does. */
export function Waiting() {
  const { data, error, retry } = useQueryCall('me.waiting', {});
  // Offline the page says so itself.
  if (data === undefined) {
    if (error === null || error.code === 'OFFLINE') return null;
    return (
      <Section title="等我处理">
        <Row title="没有读到" context="点这里再读一次" onClick={retry} stays />
      </Section>
    );
  }
  if (data.items.length === 0) return null;
  return (
    <Section title={waitingTitle(data.items)}>
      {data.items.map((item) => (
        <Row
          key={`${item.source}:${item.id}`}
          title={item.title}
          context={item.context}
          state={waitingState(item)}
          onClick={opensWaiting(item)}
        />
      ))}
    </Section>
  );
}
