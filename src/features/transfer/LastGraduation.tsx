import { useEffect } from 'react';
import { View, Text } from '@tarojs/components';
import type { Graduation } from '@contract/domains/transfer/actions';
import { useCommandCall } from '@/shared/call/command';
import { useQueryCall } from '@/shared/call/query';
import { go } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { Card } from '@/shared/ui/Card/Card';
import { Progress } from '@/shared/ui/Progress/Progress';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';

const AGAIN_MS = 2000;

const isRunning = (state: Graduation['state'] | undefined): boolean => state === 'running' || state === 'undoing';

/** The graduation that I did last: how far it is, or the way back for a day; and the way to archive what is empty now. */
export function LastGraduation({ archives }: { archives: boolean }) {
  const { data, retry } = useQueryCall('transfer.graduation', {});
  const undo = useCommandCall('transfer.ungraduate', {
    onDone: ({ graduation }) => snackbar(`已撤销，${graduation.org.name}的人都回来了`),
    onFail: ({ message }) => snackbar(message),
  });
  const graduation = data?.graduation;
  const running = isRunning(graduation?.state);
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(retry, AGAIN_MS);
    return () => clearInterval(timer);
  });
  if (!graduation) return null;
  const { id, org, people, moved, state, undoUntil } = graduation;
  if (running) {
    const title = state === 'undoing' ? `正在撤销${org.name}的毕业转出` : `${org.name}正在毕业转出`;
    return (
      <View className="graduate__past">
        <Progress title={title} done={moved} all={people} unit="人" />
      </View>
    );
  }
  return (
    <View className="graduate__past">
      <Card>
        <View className="graduate__last">
          <Text>{state === 'undone' ? `${org.name}的毕业转出已撤销。` : `${org.name}已转出 ${people} 人。`}</Text>
          {undoUntil !== null && (
            <Button kind="text" disabled={undo.pending} onClick={() => void undo.run({ id })}>
              整批撤销
            </Button>
          )}
        </View>
        {state === 'done' && archives && (
          <View className="graduate__last">
            <Text className="graduate__note">人都转出后，这个班可以归档，也还能恢复。</Text>
            <Button
              kind="text"
              label={`归档${org.name}`}
              onClick={() => go('orgChange', { id: org.id, kind: 'archive' })}
            >
              归档
            </Button>
          </View>
        )}
      </Card>
    </View>
  );
}
