import { Text, View } from '@tarojs/components';
import { instantLabel } from '@contract/day';
import type { Erasing } from '@contract/domains/owndata/actions';
import { useCommandCall } from '@/shared/call/command';
import { Button } from '@/shared/ui/Button/Button';
import { Heading } from '@/shared/ui/Heading/Heading';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import './ErasingNotice.scss';

/** Whoever has asked to be erased reads when, and may take it back. */
export function ErasingNotice({ erasing }: { erasing: Erasing }) {
  const undo = useCommandCall('owndata.undo', {
    onDone: () => snackbar('已撤销注销，一切照旧'),
    onFail: ({ message }) => snackbar(message),
  });
  return (
    <View className="erasing">
      <Heading level={2} className="erasing__title">
        已申请注销
      </Heading>
      <Text className="erasing__says">
        {`${instantLabel(erasing.at)} 删除。在那之前别人看到您是已停用，您的记录都还在；撤销后一切照旧。`}
      </Text>
      <Button kind="primary" block loading={undo.pending} onClick={() => void undo.run({})}>
        撤销注销
      </Button>
    </View>
  );
}
