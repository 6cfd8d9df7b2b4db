import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { go } from '@/shared/nav';
import { Button } from '../Button/Button';
import { Empty } from '../Empty/Empty';
import { useTypeScale } from '../Page/type-scale';
import '../Page/Page.scss';
import './Broken.scss';

interface Props {
  /** It has failed before, with replies fetched anew. */
  again: boolean;
  onReload: () => void;
  /** Present where the page works on drafts: one of them may be what cannot be drawn. */
  onReloadWithoutDrafts?: () => void;
}

const isToday = (): boolean => Taro.getCurrentInstance().router?.path?.includes('pages/today/') ?? false;

/** In place of a page that could not be drawn. Uses as little as possible, so that it cannot fail itself. */
export function Broken({ again, onReload, onReloadWithoutDrafts }: Props) {
  const scale = useTypeScale();
  const actions = (
    <View className="sx-broken__actions">
      <Button block onClick={onReload}>
        重新加载
      </Button>
      {again && onReloadWithoutDrafts && (
        <Button kind="text" block onClick={onReloadWithoutDrafts}>
          清掉这一页的草稿再试
        </Button>
      )}
      {!isToday() && (
        <Button kind="text" block onClick={() => go('today')}>
          回到今日
        </Button>
      )}
      {again && (
        <Button kind="text" block onClick={() => go('feedback')}>
          投诉建议
        </Button>
      )}
    </View>
  );
  return (
    <View className="sx-type sx-page sx-broken" style={`--type:${scale}`}>
      <Empty
        title="这一页没能打开"
        hint={
          again
            ? '还是没能打开，别的页面不受影响。请在“投诉建议”里告诉我们是哪一页。'
            : '不是您操作的问题。手机里为这一页留的内容已清掉，重新加载会再取一次。'
        }
        action={actions}
      />
    </View>
  );
}
