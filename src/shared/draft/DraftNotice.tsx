import { Text, View } from '@tarojs/components';
import { Button } from '@/shared/ui/Button/Button';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import type { Draft } from './useDraft';
import './DraftNotice.scss';

/** Says that the form opened with an earlier draft, and offers to begin again; also that can be taken back. */
export function DraftNotice<T>({ draft }: { draft: Draft<T> }) {
  if (!draft.restored) return null;

  const startOver = (): void => {
    const before = draft.value;
    draft.discard();
    snackbar('已清空草稿', { undo: () => draft.change(() => before) });
  };

  return (
    <View className="sx-draft">
      <Text className="sx-draft__text">接着上次没写完的草稿。</Text>
      <Button kind="text" onClick={startOver}>
        重新写
      </Button>
    </View>
  );
}
