import { Text, View } from '@tarojs/components';
import { formTime, instantLabel } from '@contract/day';
import type { CaseDetail } from '@contract/domains/moderation/actions';
import { Heading } from '@/shared/ui/Heading/Heading';
import { Section } from '@/shared/ui/Section/Section';
import { appearsIn, decidedBy, decisionText, hinderedText, kindText, whyText } from './words';
import { Words } from './Words';
import './moderation.scss';

/** Whose turn it is, in words. */
function standingText({ hindered, claim, claimUntil }: CaseDetail): string | null {
  if (hindered !== null) return hinderedText[hindered];
  if (claim === 'other') return `另一位审核员正在看，到 ${formTime(claimUntil ?? 0)}。那时还没有决定，您就可以接手。`;
  return claim === 'mine' ? `您认领着，到 ${formTime(claimUntil ?? 0)}。到时还没决定，可以再认领。` : null;
}

/** All that helps to decide: what it is and where it would stand, the words, what was said of it, what was decided. */
export function CaseFacts({ shown }: { shown: CaseDetail }) {
  const { title, orgName, at, kind, parts, before, found, file, appeal, decisions } = shown;
  const standing = standingText(shown);
  return (
    <>
      <View className="sx-case">
        <Text className="sx-case__kind">{`${kindText(shown)} · ${instantLabel(at)}`}</Text>
        <Heading level={2} className="sx-case__title">
          {title}
        </Heading>
        <Text className="sx-case__fact">{`${orgName}。通过后出现在：${appearsIn[kind]}。`}</Text>
        <Text className="sx-case__why">{whyText(shown)}</Text>
        {found.length > 0 && <Text className="sx-case__fact">{`词表里的词：${found.join('、')}`}</Text>}
        {standing && <Text className="sx-case__standing">{standing}</Text>}
      </View>
      {appeal && (
        <Section title="作者的申诉">
          <Text className="sx-case__said">{appeal.text}</Text>
          <Text className="sx-case__fact">{instantLabel(appeal.at)}</Text>
        </Section>
      )}
      <Section title={before.length > 0 ? '改动' : '原文'}>
        {before.length > 0 && <Text className="sx-case__fact">划去的是现在的，加线的是改成的。</Text>}
        {parts.length > 0 && <Words parts={parts} before={before} found={found} />}
        {parts.length === 0 && file === null && <Text className="sx-case__said">保存期已过，原文已删除。</Text>}
        {file !== null && <Text className="sx-case__said">{`文件：${file}`}</Text>}
      </Section>
      {decisions.length > 0 && (
        <Section title="先前的决定">
          {decisions.map((decision) => (
            <View key={decision.at}>
              <Text className="sx-case__said">{decisionText(decision)}</Text>
              <Text className="sx-case__fact">{decidedBy(decision)}</Text>
            </View>
          ))}
        </Section>
      )}
    </>
  );
}
