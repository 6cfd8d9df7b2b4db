import { Text, View } from '@tarojs/components';
import { dismissFull, useStorage } from '@/shared/storage';
import { Button } from '../Button/Button';
import './StorageFull.scss';

/**
 * Says that the phone has no room left: what that means, and what to do. What was logged and is not sent matters more
 * than what is half written, and stands here until it is sent; the other is said once.
 */
export function StorageFull() {
  const { full, unsent } = useStorage();
  if (!full && !unsent) return null;
  return (
    <View className="sx-storage-full" ariaRole="status">
      <Text className="sx-storage-full__text">
        {unsent
          ? '手机存储已满，刚记的还没存到手机上。连上网就会发出，发出之前请先别关闭；也可以清理一下手机空间。'
          : '手机存储已满，刚写的在关闭后可能留不住。现在照常能用、能提交；清理一下手机空间就好。'}
      </Text>
      {!unsent && (
        <Button kind="text" onClick={dismissFull}>
          知道了
        </Button>
      )}
    </View>
  );
}
