import Taro from '@tarojs/taro';
import type { SavedFile } from './chosen';

/** What no phone takes in the name of a file. */
const notInNames = /[\\/:*?"<>|\p{Cc}]/gu;

/** Only the last file is kept on the phone: it can be asked for again. */
const folder = () => `${Taro.env.USER_DATA_PATH ?? ''}/file`;

/** Shows a file in WeChat, from where it can be passed on or saved. */
export async function saveFile({ fileName, base64 }: SavedFile): Promise<void> {
  const files = Taro.getFileSystemManager();
  try {
    files.rmdirSync(folder(), true);
  } catch {
    // There was none.
  }
  files.mkdirSync(folder(), true);
  const filePath = `${folder()}/${fileName.replace(notInNames, ' ')}`;
  files.writeFileSync(filePath, base64, 'base64');
  await Taro.openDocument({ filePath, showMenu: true });
}
