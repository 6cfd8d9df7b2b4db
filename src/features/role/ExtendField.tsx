import { useState } from 'react';
import { View } from '@tarojs/components';
import { dayOf, type Day } from '@contract/day';
import type { GrantView } from '@contract/domains/role/views';
import { serverNow } from '@/shared/call/clock';
import { useCommandCall } from '@/shared/call/command';
import { Button } from '@/shared/ui/Button/Button';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { TermDay } from './TermFields';
import { endAfter, endOf, lastDay } from './words';

/** Another end of a term: a tap on a day is all; the snackbar brings the old one back. */
export function ExtendField({ grant }: { grant: GrantView }) {
  const [open, setOpen] = useState(false);
  const today = dayOf(serverNow());
  const { run, pending } = useCommandCall('role.extend', { onFail: (error) => snackbar(error.message) });
  const set = async (until: number | null): Promise<void> => {
    const reply = await run({ memberId: grant.member.id, id: grant.id, until });
    if (!reply) return;
    setOpen(false);
    if (reply.term.state === 'proposed') snackbar('已提出，待另一位管理员同意');
    else snackbar('任期已改', { undo: () => void set(grant.until) });
  };
  const choose = (day: Day | null) => void set(day === null ? null : endOf(day));
  return (
    <>
      <Button kind="text" expanded={open} loading={pending} onClick={() => setOpen(!open)}>
        改任期
      </Button>
      {open && (
        <View className="role-acts__wide">
          <TermDay
            label="到哪天为止（含当天）"
            name="until"
            likely={[
              { value: null, label: '不定' },
              { value: endAfter(today, 1), label: '一年' },
              { value: endAfter(today, 3), label: '三年' },
            ]}
            value={grant.until === null ? null : lastDay(grant.until)}
            onChange={choose}
          />
        </View>
      )}
    </>
  );
}
