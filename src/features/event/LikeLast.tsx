import { useEffect, useState } from 'react';
import { Text } from '@tarojs/components';
import { dayLabel, dayOf } from '@contract/day';
import type { EventDetail } from '@contract/actions/event';
import { useListCall, useQueryCall } from '@/shared/call/query';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { Tap } from '@/shared/ui/Tap/Tap';
import './LikeLast.scss';

interface Props {
  /** Fills the form in like an event that was held; gives the way back. */
  onCopy: (event: EventDetail) => () => void;
}

/** 照上一场办: starts from the latest event that the organiser runs. Absent where there is none, or none is known. */
export function LikeLast({ onCopy }: Props) {
  const last = useListCall('event.list', { which: 'managed' }).items.find(({ cancelled }) => !cancelled);
  const [wanted, setWanted] = useState<string | null>(null);
  const { data, error } = useQueryCall('event.get', { id: wanted ?? '' }, { enabled: wanted !== null });
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (wanted === null) return;
    if (data) {
      setWanted(null);
      setCopied(true);
      const undo = onCopy(data.event);
      snackbar('照上一场填好了，选好哪天就能发布', {
        undo: () => {
          undo();
          setCopied(false);
        },
      });
    } else if (error) {
      setWanted(null);
      snackbar(error.message);
    }
  }, [wanted, data, error, onCopy]);

  if (!last) return null;
  return (
    <Tap
      className="sx-like-last"
      pressed="sx-like-last--pressed"
      disabled={wanted !== null || copied}
      onTap={() => setWanted(last.id)}
    >
      <Text className="sx-like-last__do">{copied ? '已照这一场填好' : '照上一场办'}</Text>
      <Text className="sx-like-last__what">{`${last.title}，${dayLabel(dayOf(last.startsAt))}`}</Text>
    </Tap>
  );
}
