import { Text, View } from '@tarojs/components';
import type { CallError } from '@/shared/call/error';
import './FormError.scss';

interface Props {
  /** Why the last sending failed. */
  error: CallError | null;
}

/** What to do, in one line above the button of a form. Nothing typed is lost, and it says so. */
export function FormError({ error }: Props) {
  const text = error && (error.code === 'OFFLINE' ? '现在连不上网络。您写的都还在，连上后再点一次。' : error.message);
  if (!text) return null;
  return (
    <View className="sx-form-error" ariaRole="alert">
      <Text>{text}</Text>
      {error?.code === 'INTERNAL' && <Text className="sx-form-error__id">编号 {error.requestId}</Text>}
    </View>
  );
}
