import Taro from '@tarojs/taro';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';

/** Copies a text and says so in these words; where it cannot be copied, says that instead. */
export async function copyText(data: string, done: string): Promise<void> {
  try {
    await Taro.setClipboardData({ data });
  } catch {
    snackbar('没能复制：这里不让写剪贴板，请换一个浏览器，或在微信里打开再试');
    return;
  }
  // WeChat announces every copy by itself, in the middle of the screen; once is enough.
  Taro.hideToast();
  snackbar(done);
}
