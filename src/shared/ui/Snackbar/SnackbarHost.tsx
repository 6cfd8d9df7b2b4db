import { Text, View } from '@tarojs/components';
import { Tap } from '../Tap/Tap';
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
        <Tap className="sx-snackbar__undo" onTap={undo}>
          撤销
        </Tap>
      )}
    </View>
  );
}
