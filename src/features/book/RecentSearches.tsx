import { Text, View } from '@tarojs/components';
import { Section } from '@/shared/ui/Section/Section';
import { Tap } from '@/shared/ui/Tap/Tap';

interface Props {
  recent: readonly string[];
  onChoose: (q: string) => void;
  onClear: () => void;
}

/** What was searched for lately, one tap each. */
export function RecentSearches({ recent, onChoose, onClear }: Props) {
  return (
    <Section title="最近找过" more={{ label: '清空', onClick: onClear }}>
      <View className="sx-recent">
        {recent.map((q) => (
          <Tap key={q} className="sx-recent__one" pressed="sx-recent__one--pressed" onTap={() => onChoose(q)}>
            <Text>{q}</Text>
          </Tap>
        ))}
      </View>
    </Section>
  );
}
