import { Text, View } from '@tarojs/components';
import { Card } from '@/shared/ui/Card/Card';
import type { Checked } from './useComparison';
import { comparisonLines } from './words';

/** What a list would add; which lines could not be read, by their numbers. */
export function ComparisonView({ checked: { comparison, fileName } }: { checked: Checked }) {
  const { faults, wrong, notes } = comparison;
  const [first, ...rest] = comparisonLines(comparison);
  return (
    <View className="roster__compared" ariaRole="status">
      <Card>
        {fileName !== null && <Text className="roster__line">{fileName}</Text>}
        <Text className="roster__count">{first}</Text>
        {[...rest, ...notes].map((line) => (
          <Text key={line} className="roster__line">
            {line}
          </Text>
        ))}
        {faults.map(({ line, what }, index) => (
          <Text key={`${line}:${index}`} className="roster__fault">{`第 ${line} 行：${what}`}</Text>
        ))}
        {wrong > faults.length && <Text className="roster__fault">{`另有 ${wrong - faults.length} 行`}</Text>}
      </Card>
    </View>
  );
}
