import { Text, View } from '@tarojs/components';
import type { OfficeTicket } from '@contract/domains/feedback/actions';
import { useCommandCall } from '@/shared/call/command';
import { Button } from '@/shared/ui/Button/Button';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { ReplyForm } from './ReplyForm';
import './Ticket.scss';

const takenText = { me: '您在办理', other: '办公室另一位在办理', nobody: '' } as const;

/** What the office does with a ticket: take it in hand, answer, take a mistaken answer back. */
export function OfficeActs({ feedback }: { feedback: OfficeTicket }) {
  const { id, ticket, taken, undoUntil, overdue, reply, state } = feedback;
  const onFail = ({ message }: { message: string }) => snackbar(message);
  const take = useCommandCall('feedback.take', { onFail });
  const unreply = useCommandCall('feedback.unreply', { onDone: () => snackbar('已撤回，可以重新答复'), onFail });
  const open = reply === null && state !== 'closed';
  return (
    <>
      {overdue && <Text className="feedback-ticket__due">已过承诺的日子，请先办这一条</Text>}
      {open && takenText[taken] && <Text className="feedback-ticket__due">{takenText[taken]}</Text>}
      <View className="feedback-ticket__acts">
        {open && taken !== 'other' && (
          <Button
            kind="text"
            label={`${ticket}，${taken === 'me' ? '放回' : '我来办'}`}
            loading={take.pending}
            onClick={() => void take.run({ id, take: taken === 'nobody' })}
          >
            {taken === 'me' ? '放回' : '我来办'}
          </Button>
        )}
        {undoUntil !== null && (
          <Button
            kind="text"
            label={`${ticket}，撤回答复`}
            loading={unreply.pending}
            onClick={() => void unreply.run({ id })}
          >
            撤回答复
          </Button>
        )}
      </View>
      <ReplyForm feedback={feedback} />
    </>
  );
}
