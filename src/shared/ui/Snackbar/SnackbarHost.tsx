import { Text, View } from '@tarojs/components';
import { dismiss, useSnackbar } from './snackbar';
import './SnackbarHost.scss';

/** Where messages appear; Page carries it. */
export function SnackbarHost() {
  const message = useSnackbar((state) => state.message);
  if (!message) return null;
  const undo = () => {
    dismiss(message.id);
    message.undo?.();
  };
  return (
    <View key={message.id} className="sx-snackbar" ariaRole="status" ariaLive="polite">
      <Text className="sx-snackbar__text">{message.text}</Text>
      {message.undo && (
        <View className="sx-snackbar__undo" ariaRole="button" onClick={undo}>
          撤销
        </View>
      )}
    </View>
  );
}
