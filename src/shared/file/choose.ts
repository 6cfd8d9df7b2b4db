import Taro from '@tarojs/taro';
import type { ChosenFile, Wanted } from './chosen';

/** Has a file chosen from a chat; null where somebody thought better of it. Files on the phone come by 文件传输助手. */
export async function chooseFile({ extensions }: Wanted): Promise<ChosenFile | null> {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...extensions] }).catch(
    (error: { errMsg?: string }) => {
      if (error.errMsg?.includes('cancel')) return undefined;
      throw error;
    },
  );
  const file = chosen?.tempFiles[0];
  if (file === undefined) return null;
  return { name: file.name, size: file.size, part: (from, length) => partOf(file.path, from, length) };
}

const partOf = (filePath: string, position: number, length: number): Promise<string> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      position,
      length,
      success: ({ data }) => resolve(data as string),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
