import { Text, View } from '@tarojs/components';
import type { CaseDetail } from '@contract/domains/moderation/actions';
import { Heading } from '@/shared/ui/Heading/Heading';
import { difference } from './difference';
import { markedIn } from './marking';
import { besideStanding } from './pairs';
import './moderation.scss';

type Part = CaseDetail['parts'][number];

/** What the list found stands out in the text. */
const Marked = ({ text, found }: { text: string; found: readonly string[] }) => (
  <>
    {markedIn(text, found).map(({ text: some, marked }, at) => (
      <Text key={at} className={marked ? 'sx-case-text__found' : ''}>
        {some}
      </Text>
    ))}
  </>
);

/** What went is struck through, what came is underlined. */
const Changed = ({ before, after, found }: { before: string; after: string; found: readonly string[] }) => (
  <>
    {difference(before, after).map(({ text, kind }, at) => (
      <Text key={at} className={`sx-case-text__${kind}`}>
        {kind === 'gone' ? text : <Marked text={text} found={found} />}
      </Text>
    ))}
  </>
);

interface Props {
  parts: readonly Part[];
  /** Of a change: what stands now. */
  before?: readonly Part[];
  found?: readonly string[];
}

/** The words themselves, large, each with the name of its field; of a change with what is another now. */
export function Words({ parts, before = [], found = [] }: Props) {
  return (
    <View className="sx-case-words">
      {besideStanding(parts, before).map(({ label, text, before: standing }, at) => {
        const changed = standing !== undefined && standing !== text;
        return (
          <View key={at} className="sx-case-words__part">
            <Heading level={3} className="sx-case-words__label">
              {standing === undefined ? label : `${label}（${changed ? '有改动' : '没有改'}）`}
            </Heading>
            <Text className="sx-case-text">
              {changed ? (
                <Changed before={standing} after={text} found={found} />
              ) : (
                <Marked text={text} found={found} />
              )}
            </Text>
          </View>
        );
      })}
    </View>
  );
}
