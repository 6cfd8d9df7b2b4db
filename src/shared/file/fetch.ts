import Taro from '@tarojs/taro';

/** A file at an address that is good for a few minutes. */
export interface Fetchable {
  url: string;
  fileName: string;
}

/** What WeChat shows by itself. */
const shown = /\.(xlsx|pdf|docx|pptx)$/;

/**
 * Fetches a file and shows it in WeChat, from where it can be passed on; what WeChat cannot show is passed on to a chat at
 * once, such as 文件传输助手.
 */
export async function fetchFile({ url, fileName }: Fetchable): Promise<void> {
  const { tempFilePath, statusCode } = await Taro.downloadFile({ url });
  if (statusCode !== 200) throw new Error(`storage answered ${statusCode}`);
  if (shown.test(fileName)) await Taro.openDocument({ filePath: tempFilePath, showMenu: true });
  else await Taro.shareFileMessage({ filePath: tempFilePath, fileName });
}
