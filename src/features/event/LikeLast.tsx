import { useState } from 'react';
import { Text } from '@tarojs/components';
import { dayLabel, dayOf } from '@contract/day';
import type { EventCard, EventDetail } from '@contract/domains/event/actions';
import { call } from '@/shared/call/call';
import { asCallError } from '@/shared/call/error';
import { useListCall } from '@/shared/call/query';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { Tap } from '@/shared/ui/Tap/Tap';
import { useHere } from '@/shared/useHere';
import './LikeLast.scss';

interface Props {
  /** Fills the form in like an event that was held; gives the way back. */
  onCopy: (event: EventDetail) => () => void;
}

/** What is planned already is later than what was held: the next one counts on from there. */
const latestOf = (events: readonly EventCard[]): EventCard | undefined =>
  events
    .filter(({ cancelled }) => !cancelled)
    .reduce<EventCard | undefined>((last, one) => (last && last.startsAt >= one.startsAt ? last : one), undefined);

/**
 * 照上一场办: starts from the latest event of the organiser's own organisations; not of one below them, for whose
 * members it would be published. Absent where there is none, or none is known.
 */
export function LikeLast({ onCopy }: Props) {
  const last = latestOf(useListCall('event.list', { which: 'own' }).items);
  const [state, setState] = useState<'idle' | 'asking' | 'copied'>('idle');
  const here = useHere();

  const copy = async (id: string): Promise<void> => {
    setState('asking');
    try {
      const { event } = await call('event.get', { id });
      if (!here()) return;
      const undo = onCopy(event);
      setState('copied');
      snackbar('照上一场填好了，选好哪天就能发布', {
        undo: () => {
          undo();
          setState('idle');
        },
      });
    } catch (thrown) {
      setState('idle');
      snackbar(asCallError(thrown).message);
    }
  };

  if (!last) return null;
  return (
    <Tap
      className="sx-like-last"
      pressed="sx-like-last--pressed"
      disabled={state !== 'idle'}
      onTap={() => void copy(last.id)}
    >
      <Text className="sx-like-last__do">{state === 'copied' ? '已照这一场填好' : '照上一场办'}</Text>
      <Text className="sx-like-last__what">{`${last.title}，${dayLabel(dayOf(last.startsAt))}`}</Text>
    </Tap>
  );
}
