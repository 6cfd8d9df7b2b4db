import { Text, View } from '@tarojs/components';
import { Card } from '@/shared/ui/Card/Card';
import type { Preview } from './usePreview';
import './ThingPreview.scss';

/** What a forwarded card leads to, in the organiser's words. */
export function ThingPreview({ preview }: { preview: Preview }) {
  return (
    <View className="thing">
      <Card>
        <Text className="thing__kind">{preview.kind}</Text>
        <Text className="thing__title">{preview.title}</Text>
        {preview.lines.map((line) => (
          <Text key={line} className="thing__line">
            {line}
          </Text>
        ))}
      </Card>
    </View>
  );
}
