import { Text, View } from '@tarojs/components';
import { Tap } from '../Tap/Tap';
import { dismiss, useSnackbar } from './snackbar';
import './SnackbarHost.scss';

/**
 * The line at the foot of the page. The place where it is said is there before anything is said, or a screen reader
 * would not hear it; 撤销 stands beside that place, as a button that is read out loses its use.
 */
export function SnackbarHost() {
  const message = useSnackbar((state) => state.message);
  const undo = () => {
    message?.undo?.();
    if (message) dismiss(message.id);
  };
  return (
    <View className={`sx-snackbar ${message ? 'sx-snackbar--shown' : ''}`}>
      <View className="sx-snackbar__said" ariaRole="status" ariaLive="polite">
        {message && (
          <Text key={message.id} className="sx-snackbar__text">
            {message.text}
          </Text>
        )}
      </View>
      {message?.undo && (
        <Tap className="sx-snackbar__undo" onTap={undo}>
          撤销
        </Tap>
      )}
    </View>
  );
}
