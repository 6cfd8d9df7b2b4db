import { Text, View } from '@tarojs/components';
import type { ActionInput, ActionOutput } from '@contract/registry';
import { useQueryCall, type QueryState } from '@/shared/call/query';
import { FormError } from '@/shared/ui/FormError/FormError';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import './Preview.scss';

export type Planned = ActionInput<'org.preview'>;
type PreviewState = QueryState<ActionOutput<'org.preview'>>;

/** What a change would take along; nothing is asked while it is not known what is meant. */
export const useChangePreview = (planned: Planned, known: boolean): PreviewState =>
  useQueryCall('org.preview', planned, { enabled: known });

/** Before a change: what goes along with it, and what else is good to know. */
export function Preview({ query }: { query: PreviewState }) {
  if (query.pending) return <Skeleton shape="text" count={2} />;
  if (query.error) return <FormError error={query.error} />;
  if (!query.data) return null;
  return (
    <View className="org-preview" ariaRole="status">
      <Text className="org-preview__words">{query.data.words}</Text>
      {query.data.notes.map((note) => (
        <Text key={note} className="org-preview__note">
          {note}
        </Text>
      ))}
    </View>
  );
}
