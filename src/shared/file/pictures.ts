import Taro from '@tarojs/taro';
import { kindOf, type ChosenPicture } from './picture';

const FIRST_BYTES = 12;

const readFile = <T>(
  filePath: string,
  options: { encoding?: 'base64'; position?: number; length?: number },
): Promise<T> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      ...options,
      success: ({ data }) => resolve(data as T),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });

/** Has pictures chosen from the album or taken, at most so many; none where somebody thought better of it. */
export async function choosePictures(most: number): Promise<ChosenPicture[]> {
  const chosen = await Taro.chooseMedia({ count: most, mediaType: ['image'], sizeType: ['compressed'] }).catch(
    (error: { errMsg?: string }) => {
      if (error.errMsg?.includes('cancel')) return undefined;
      throw error;
    },
  );
  return Promise.all(
    (chosen?.tempFiles ?? []).map(async ({ tempFilePath, size }) => ({
      path: tempFilePath,
      preview: tempFilePath,
      size,
      kind: kindOf(await readFile<string>(tempFilePath, { encoding: 'base64', position: 0, length: FIRST_BYTES })),
      bytes: () => readFile<ArrayBuffer>(tempFilePath, {}),
    })),
  );
}
