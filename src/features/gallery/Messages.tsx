import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { CallError } from '@/shared/call/error';
import { Button } from '@/shared/ui/Button/Button';
import { ConflictNotice } from '@/shared/ui/ConflictNotice/ConflictNotice';
import { FormError } from '@/shared/ui/FormError/FormError';
import { Section } from '@/shared/ui/Section/Section';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { nothing } from './nothing';

const ask = (): void =>
  void Taro.showModal({
    title: '退出候补？',
    content: '退出后再报名，会排到最后。',
    confirmText: '退出',
    cancelText: '再想想',
  });

const choose = (): void => {
  // Taking none of them is an answer too.
  Taro.showActionSheet({ itemList: ['放进想读', '标为读完', '移出书架'] }).catch(nothing);
};

/** What is said after an action, and before one that cannot be taken back. */
export function Messages() {
  return (
    <Section title="话">
      <FormError error={new CallError('BUSY')} />
      <ConflictNotice onKeepMine={nothing} onTakeTheirs={nothing}>
        <Text>地点改成了“市图书馆一楼”。</Text>
      </ConflictNotice>
      <View className="gallery__stack">
        <Button kind="quiet" block onClick={() => snackbar('已放进想读', { undo: nothing })}>
          底部消息
        </Button>
        <Button kind="quiet" block onClick={ask}>
          对话框
        </Button>
        <Button kind="quiet" block onClick={choose}>
          几个去处
        </Button>
      </View>
    </Section>
  );
}
