import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Place, Transfer } from '@contract/domains/transfer/actions';
import { useCommandCall } from '@/shared/call/command';
import { Button } from '@/shared/ui/Button/Button';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { PlaceField } from './PlaceField';

/** 毕业去向: it is right, or another one. `fixed`: he is there already, and goes on from there like anybody. */
export function SettleForm({
  transfer: { id, to, state, settled },
  fixed = false,
}: {
  transfer: Transfer;
  fixed?: boolean;
}) {
  const [open, setOpen] = useState(false);
  const [place, setPlace] = useState<Place | null>(null);
  const settle = useCommandCall('transfer.settle', {
    onDone: ({ transfer }) => {
      setOpen(false);
      setPlace(null);
      snackbar(transfer.state === 'open' ? '已换去处，等对方同意' : '去向已记下');
    },
    onFail: ({ message }) => snackbar(message),
  });
  const confirms = !settled && (state === 'open' || state === 'done');
  const send = (toId: string | null) => void settle.run({ id, toId });
  return (
    <View>
      <View className="my-transfer__ways">
        {confirms && (
          <Button kind="text" disabled={settle.pending} onClick={() => send(to?.id ?? null)}>
            去向没错
          </Button>
        )}
        {!fixed && (
          <Button kind="text" expanded={open} onClick={() => setOpen(!open)}>
            {open ? '收起' : '换个去处'}
          </Button>
        )}
        {!fixed && to !== null && (
          <Button kind="text" disabled={settle.pending} onClick={() => send(null)}>
            暂时没有去处
          </Button>
        )}
      </View>
      {open && (
        <View>
          <PlaceField label="去哪里" value={place} onChange={setPlace} hint="名称、拼音、首字母或编号都行" />
          {place && (
            <Button kind="quiet" block loading={settle.pending} onClick={() => send(place.id)}>
              {`申请去${place.name}`}
            </Button>
          )}
        </View>
      )}
    </View>
  );
}
