import { useState, type ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import type { Feedback } from '@contract/domains/feedback/actions';
import { feedbackKindNames, ticketStateNames } from '@contract/domains/feedback/constants';
import { dayLabel, instantLabel } from '@contract/day';
import { Button } from '@/shared/ui/Button/Button';
import { Card } from '@/shared/ui/Card/Card';
import './Ticket.scss';

/** Where it stands: a day while an answer is due, else a word. */
export const stateText = ({ state, replyBy, roughly }: Feedback): string =>
  state === 'answered' || state === 'closed'
    ? ticketStateNames[state]
    : `${ticketStateNames[state]} · ${dayLabel(replyBy)}前答复${roughly ? '（节假日安排还没公布，按周末推算）' : ''}`;

/** One complaint or suggestion with its number, what was said to and fro, and where it stands. */
export function Ticket({ feedback, children }: { feedback: Feedback; children?: ReactNode }) {
  const [shown, setShown] = useState(feedback.folded !== true);
  const { kind, ticket, text, at, turns, anonymous } = feedback;
  return (
    <Card>
      <View className="feedback-ticket__head">
        <Text>{`${feedbackKindNames[kind]} · ${ticket}${anonymous ? ' · 匿名' : ''}`}</Text>
        <Text>{instantLabel(at)}</Text>
      </View>
      {shown ? (
        <Text className="feedback-ticket__text">{text}</Text>
      ) : (
        <View className="feedback-ticket__folded">
          <Text className="feedback-ticket__due">里面可能有不好听的话，先收着。</Text>
          <Button kind="text" label={`打开看 ${ticket}`} expanded={false} onClick={() => setShown(true)}>
            打开看
          </Button>
        </View>
      )}
      {(shown ? turns : []).map((turn) => (
        <View key={turn.id} className={`feedback-ticket__turn feedback-ticket__turn--${turn.from}`}>
          <Text className="feedback-ticket__text">{turn.text}</Text>
          <Text className="feedback-ticket__due">
            {`${turn.from === 'office' ? '答复于' : '又说于'} ${instantLabel(turn.at)}`}
          </Text>
        </View>
      ))}
      <Text className="feedback-ticket__due">{stateText(feedback)}</Text>
      {children}
    </Card>
  );
}
