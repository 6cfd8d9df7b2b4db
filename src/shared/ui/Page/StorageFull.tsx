import { Text, View } from '@tarojs/components';
import { dismissFull, useStorage } from '@/shared/storage';
import { Button } from '../Button/Button';
import './StorageFull.scss';

/** Says once that the phone has no room left: what that means, and what to do. */
export function StorageFull() {
  const full = useStorage((state) => state.full);
  if (!full) return null;
  return (
    <View className="sx-storage-full" ariaRole="status">
      <Text className="sx-storage-full__text">
        手机存储已满，刚写的在关闭后可能留不住。现在照常能用、能提交；清理一下手机空间就好。
      </Text>
      <Button kind="text" onClick={dismissFull}>
        知道了
      </Button>
    </View>
  );
}
