import { Text, View } from '@tarojs/components';
import { dayLabel, dayOf, instantLabel } from '@contract/day';
import type { OwnCase } from '@contract/domains/moderation/actions';
import { go } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { Heading } from '@/shared/ui/Heading/Heading';
import { Section } from '@/shared/ui/Section/Section';
import { AppealForm } from './AppealForm';
import { decidedBy, decisionText, kindText, ownNextText, ownStateText } from './words';
import { Words } from './Words';
import './moderation.scss';

/** To the page of the thing, where it has one of its own. */
function openThing({ kind, thing }: OwnCase): (() => void) | null {
  if (kind === 'recommendation') return () => go('recommendation', { id: thing });
  if (kind === 'event') return () => go('eventDetail', { id: thing });
  return kind === 'name' ? () => go('rename') : null;
}

/** What I wrote and how it fares: the decision with its reason, my appeal and its answer, and the words. */
export function OwnCaseFacts({ shown }: { shown: OwnCase }) {
  const { id, title, at, parts, decision, appeal, mayAppealUntil, erasedAt } = shown;
  const open = openThing(shown);
  return (
    <>
      <View className="sx-case">
        <Text className="sx-case__kind">{`${kindText(shown)} · ${instantLabel(at)}`}</Text>
        <Heading level={2} className="sx-case__title">
          {title}
        </Heading>
        <Text className="sx-case__state">{ownStateText(shown)}</Text>
        <Text className="sx-case__next">{ownNextText(shown)}</Text>
        {open && (
          <View className="sx-case__ways">
            <Button kind="text" onClick={open}>
              {shown.kind === 'name' ? '去改姓名' : '打开它的页面'}
            </Button>
          </View>
        )}
      </View>
      {decision && (
        <Section title="决定">
          <Text className="sx-case__said">{decisionText(decision)}</Text>
          <Text className="sx-case__fact">{decidedBy(decision)}</Text>
        </Section>
      )}
      {(appeal !== null || mayAppealUntil !== null) && (
        <Section title="申诉">
          {appeal && (
            <>
              <Text className="sx-case__said">{appeal.text}</Text>
              <Text className="sx-case__fact">
                {`${instantLabel(appeal.at)} 提交，${appeal.answered ? '已有结果' : '还没有结果'}`}
              </Text>
            </>
          )}
          {mayAppealUntil !== null && (
            <View className="sx-case__form">
              <AppealForm id={id} until={mayAppealUntil} />
            </View>
          )}
        </Section>
      )}
      <Section title="当时写的">
        {parts.length > 0 ? <Words parts={parts} /> : <Text className="sx-case__said">保存期已过，原文已删除。</Text>}
        {erasedAt !== null && parts.length > 0 && (
          <Text className="sx-case__fact">{`这段内容只有您和审核员看得到，保存到 ${dayLabel(dayOf(erasedAt))}。`}</Text>
        )}
      </Section>
    </>
  );
}
