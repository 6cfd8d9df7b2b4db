import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import type { Feedback } from '@contract/domains/feedback/actions';
import { feedbackKindNames } from '@contract/domains/feedback/constants';
import { dayLabel, instantLabel } from '@contract/day';
import { Card } from '@/shared/ui/Card/Card';
import './Ticket.scss';

/** One complaint or suggestion with its number, and the answer or the day it is due. */
export function Ticket({ feedback, children }: { feedback: Feedback; children?: ReactNode }) {
  const { kind, ticket, text, at, reply, replyBy } = feedback;
  return (
    <Card>
      <View className="feedback-ticket__head">
        <Text>{`${feedbackKindNames[kind]} · ${ticket}`}</Text>
        <Text>{instantLabel(at)}</Text>
      </View>
      <Text className="feedback-ticket__text">{text}</Text>
      {reply ? (
        <View className="feedback-ticket__reply">
          <Text className="feedback-ticket__text">{reply.text}</Text>
          <Text className="feedback-ticket__due">{`答复于 ${instantLabel(reply.at)}`}</Text>
        </View>
      ) : (
        <Text className="feedback-ticket__due">{`${dayLabel(replyBy)}前答复`}</Text>
      )}
      {children}
    </Card>
  );
}
