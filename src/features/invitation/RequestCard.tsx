import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { JoinRequest } from '@contract/domains/invitation/actions';
import { sentenceField } from '@contract/domains/invitation/fields';
import { dayLabel, dayOf } from '@contract/day';
import { cleanText } from '@contract/text';
import { useCommandCall } from '@/shared/call/command';
import { Button } from '@/shared/ui/Button/Button';
import { Card } from '@/shared/ui/Card/Card';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { TextField } from '@/shared/ui/TextField/TextField';
import './InvitationCard.scss';

type Verdict = 'approved' | 'declined';

const stateWords: Record<JoinRequest['state'], string> = {
  waiting: '等答复',
  approved: '已同意',
  declined: '未同意',
  withdrawn: '已撤回',
  lapsed: '已过期',
};

/** Answers a request; an answer is taken back from the line at the foot, or from the list within a day. */
function useAnswer({ id, name }: JoinRequest) {
  const onFail = ({ message }: { message: string }) => snackbar(message);
  const undo = useCommandCall('invitation.undecide', { onDone: () => snackbar('收回了，申请又在等答复'), onFail });
  const takeBack = () => void undo.run({ id });
  const decide = useCommandCall('invitation.decide', { onFail });
  const answer = async (verdict: Verdict, sentence: string): Promise<void> => {
    const reply = await decide.run({ id, verdict, sentence });
    if (!reply) return;
    // What is said waits for a verdict by itself; the answer counts at once.
    const waits = sentence !== '' && reply.request.sentence === '' ? '；那句话正在审核，通过后对方看得到' : '';
    snackbar(`${verdict === 'approved' ? `同意了${name}加入` : `没有同意${name}加入`}${waits}`, { undo: takeBack });
  };
  return { answer, takeBack, pending: decide.pending || undo.pending };
}

export function RequestCard({ request }: { request: JoinRequest }) {
  const [sentence, setSentence] = useState('');
  const [declining, setDeclining] = useState(false);
  const { answer, takeBack, pending } = useAnswer(request);
  const { name, orgName, state, at, until } = request;
  const send = (verdict: Verdict) => void answer(verdict, cleanText(sentence));
  return (
    <Card>
      <Text className="invitation__code">{name}</Text>
      <Text className="invitation__line">{`想加入${orgName} · ${dayLabel(dayOf(at))}`}</Text>
      <Text className="invitation__line">
        {state === 'waiting' ? `${dayLabel(dayOf(until))}前答复，过后自动作废` : stateWords[state]}
      </Text>
      {request.listed !== null && (
        <Text className="invitation__line">{request.listed ? '名单上有这个名字' : '名单外'}</Text>
      )}
      {request.sentence !== '' && <Text className="invitation__line">{request.sentence}</Text>}
      {declining && state === 'waiting' && (
        <TextField
          label="告诉对方一句"
          max={sentenceField.max}
          placeholder="比如：您的支部是 2402，请用那边的邀请"
          hint="可以不写"
          value={sentence}
          onChange={setSentence}
        />
      )}
      <View className="invitation__acts">
        {state === 'waiting' && !declining && (
          <Button kind="quiet" loading={pending} label={`同意${name}加入`} onClick={() => send('approved')}>
            同意
          </Button>
        )}
        {state === 'waiting' && (
          <Button
            kind={declining ? 'quiet' : 'text'}
            loading={pending}
            label={`不同意${name}加入`}
            onClick={() => (declining ? send('declined') : setDeclining(true))}
          >
            不同意
          </Button>
        )}
        {declining && state === 'waiting' && (
          <Button kind="text" onClick={() => setDeclining(false)}>
            先不答复
          </Button>
        )}
        {request.mayUndo && state !== 'waiting' && (
          <Button kind="text" loading={pending} label={`收回对${name}的答复`} onClick={takeBack}>
            收回
          </Button>
        )}
      </View>
    </Card>
  );
}
