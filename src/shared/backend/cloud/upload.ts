import Taro from '@tarojs/taro';
import type { LocalFile, Sending } from '@/shared/file/sending';

/** Uploads a file to a path that the server named; `onProgress` is told percent. */
export function sendFile(cloudPath: string, { path }: LocalFile, onProgress: (percent: number) => void): Sending {
  let cancel = (): void => undefined;
  const done = new Promise<void>((resolve, reject) => {
    const task = Taro.cloud.uploadFile({
      cloudPath,
      filePath: path,
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
    task.onProgressUpdate(({ progress }) => onProgress(progress));
    cancel = () => task.abort();
  });
  return { done, cancel };
}
