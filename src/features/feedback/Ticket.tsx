import { useState, type ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import type { Feedback } from '@contract/domains/feedback/actions';
import { feedbackKindNames } from '@contract/domains/feedback/constants';
import { dayLabel, instantLabel } from '@contract/day';
import { Button } from '@/shared/ui/Button/Button';
import { Card } from '@/shared/ui/Card/Card';
import './Ticket.scss';

/** One complaint or suggestion with its number, and the answer or the day it is due. */
export function Ticket({ feedback, children }: { feedback: Feedback; children?: ReactNode }) {
  const { kind, ticket, text, at, reply, replyBy } = feedback;
  const [open, setOpen] = useState(feedback.folded !== true);
  return (
    <Card>
      <View className="feedback-ticket__head">
        <Text>{`${feedbackKindNames[kind]} · ${ticket}`}</Text>
        <Text>{instantLabel(at)}</Text>
      </View>
      {open ? (
        <Text className="feedback-ticket__text">{text}</Text>
      ) : (
        <View className="feedback-ticket__folded">
          <Text className="feedback-ticket__due">里面可能有不好听的话，先收着。</Text>
          <Button kind="text" label={`打开看 ${ticket}`} expanded={false} onClick={() => setOpen(true)}>
            打开看
          </Button>
        </View>
      )}
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
