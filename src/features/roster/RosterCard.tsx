import { DAY_MS } from '@contract/durations';
import { Text, View } from '@tarojs/components';
import type { Roster } from '@contract/domains/roster/actions';
import { rosterQuestionNames } from '@contract/domains/roster/constants';
import { instantLabel } from '@contract/day';
import { useCommandCall } from '@/shared/call/command';
import { Button } from '@/shared/ui/Button/Button';
import { Card } from '@/shared/ui/Card/Card';
import { Chips } from '@/shared/ui/Chips/Chips';
import { Field } from '@/shared/ui/Field/Field';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { Tick } from '@/shared/ui/Tick/Tick';
import { dayOptions, keptText, unmatchedText } from './words';

/** Clears a roster and brings it back. */
function useClearing(orgId: string) {
  const command = useCommandCall('roster.setCleared', { onFail: ({ message }) => snackbar(message) });
  const set = (cleared: boolean) => command.run({ orgId, cleared });
  const bringBack = () => void set(false);
  const clear = async () => {
    if (await set(true)) snackbar('名单清除了', { undo: bringBack });
  };
  return { clear, bringBack, pending: command.pending };
}

function Settings({ orgId, roster }: { orgId: string; roster: Roster }) {
  const revise = useCommandCall('roster.revise', {
    onDone: () => snackbar('改好了'),
    onFail: ({ message }) => snackbar(message),
  });
  const days = Math.round((roster.until - roster.at) / DAY_MS);
  const set = (patch: { direct?: boolean; days?: number }) =>
    void revise.run({ orgId, direct: roster.direct, days, ...patch });
  return (
    <>
      <Tick label="名单上的人直接加入" on={roster.direct} onChange={(direct) => set({ direct })} />
      <Field id="roster-kept" label="从导入那天起保留" role="radiogroup">
        <Chips options={dayOptions} value={String(days)} onChange={(chosen) => set({ days: Number(chosen) })} />
      </Field>
    </>
  );
}

/** How many of a roster have come; never which. */
export function RosterCard({ orgId, roster }: { orgId: string; roster: Roster }) {
  const clearing = useClearing(orgId);
  if (roster.clearedUntil !== null)
    return (
      <Card>
        <Text className="roster__count">名单已清除</Text>
        <Text className="roster__line">{`${instantLabel(roster.clearedUntil)}前可以收回，过后彻底删去。`}</Text>
        <View className="roster__acts">
          <Button kind="quiet" loading={clearing.pending} onClick={clearing.bringBack}>
            收回
          </Button>
        </View>
      </Card>
    );
  return (
    <Card>
      <Text className="roster__count">{`已对上 ${roster.matched} 人`}</Text>
      <Text className="roster__count">{unmatchedText(roster)}</Text>
      <Text className="roster__line">{`${keptText(roster)}。名字不显示给任何人。`}</Text>
      {roster.asks && (
        <Text className="roster__line">{`同名的人加入时会问：${rosterQuestionNames[roster.question]}`}</Text>
      )}
      <Settings orgId={orgId} roster={roster} />
      <View className="roster__acts">
        <Button kind="quiet" loading={clearing.pending} onClick={() => void clearing.clear()}>
          清除名单
        </Button>
      </View>
    </Card>
  );
}
