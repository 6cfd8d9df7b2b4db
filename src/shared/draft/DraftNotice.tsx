import { Text, View } from '@tarojs/components';
import { Button } from '@/shared/ui/Button/Button';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import type { Draft } from './useDraft';
import './DraftNotice.scss';

/**
 * Says that the form opened with an earlier draft, and what is known of it; offers to begin again, which can be taken
 * back.
 */
export function DraftNotice<T>({ draft }: { draft: Pick<Draft<T>, 'restored' | 'unanswered' | 'discard'> }) {
  if (!draft.restored) return null;
  const lost = draft.unanswered.length > 0;
  const startOver = (): void =>
    snackbar(lost ? '已清空草稿。上次发的可能已经成功，请到列表里看看' : '已清空草稿', { undo: draft.discard() });

  return (
    <View className="sx-draft">
      <Text className="sx-draft__text">
        {lost ? '上次发出后没有等到回应，可能已经成功。再发一次就知道，不会重复。' : '接着上次没写完的草稿。'}
      </Text>
      <Button kind="text" onClick={startOver}>
        重新写
      </Button>
    </View>
  );
}
