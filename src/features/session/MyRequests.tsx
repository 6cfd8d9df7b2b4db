import { Text, View } from '@tarojs/components';
import type { OwnRequest } from '@contract/domains/invitation/actions';
import { dayLabel, dayOf } from '@contract/day';
import { useCommandCall } from '@/shared/call/command';
import { useQueryCall } from '@/shared/call/query';
import { Button } from '@/shared/ui/Button/Button';
import { Card } from '@/shared/ui/Card/Card';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import './MyRequests.scss';

/** What of one's requests still matters: it waits, it was approved, or it was declined a short while ago. */
const matters = ({ state, mayEnter }: OwnRequest): boolean => state === 'waiting' || state === 'declined' || mayEnter;

function wordsOf({ state, orgName, until, sentence }: OwnRequest): [string, string] {
  if (state === 'waiting')
    return [`等${orgName}同意`, `${dayLabel(dayOf(until))}前没有答复，申请自动作废，可以再申请。`];
  if (state === 'approved') return [`${orgName}同意了`, sentence || '现在就可以进入。'];
  return [`${orgName}没有同意`, sentence || '有疑问可以直接联系支部书记。'];
}

function Request({ request, onEntered }: { request: OwnRequest; onEntered: () => void }) {
  const onFail = ({ message }: { message: string }) => snackbar(message);
  const withdraw = useCommandCall('invitation.withdraw', { onDone: () => snackbar('申请已撤回'), onFail });
  const enter = useCommandCall('invitation.enter', {
    onDone: () => {
      snackbar(`已加入${request.orgName}`);
      onEntered();
    },
    onFail,
  });
  const [title, context] = wordsOf(request);
  const { id } = request;
  return (
    <Card>
      <Text className="my-requests__title">{title}</Text>
      <Text className="my-requests__context">{context}</Text>
      {request.mayEnter && (
        <Button loading={enter.pending} onClick={() => void enter.run({ id })}>
          进入
        </Button>
      )}
      {request.state === 'waiting' && (
        <Button kind="text" loading={withdraw.pending} onClick={() => void withdraw.run({ id })}>
          撤回申请
        </Button>
      )}
    </Card>
  );
}

/** What I have asked of branches and still matters; nothing also where it could not be read. */
function useMyRequests(): OwnRequest[] {
  const { data } = useQueryCall('invitation.mine', {});
  return data?.items.filter(matters) ?? [];
}

/** Whether an answer is awaited, or is there to be used: then no more need be filled in. */
export const useHasAsked = (): boolean => useMyRequests().some(({ state }) => state !== 'declined');

/** What I have asked of branches; absent while there is nothing. */
export function MyRequests({ onEntered }: { onEntered: () => void }) {
  const items = useMyRequests();
  if (items.length === 0) return null;
  return (
    <View className="my-requests">
      {items.map((request) => (
        <Request key={request.id} request={request} onEntered={onEntered} />
      ))}
    </View>
  );
}
