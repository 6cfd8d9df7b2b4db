import Taro from '@tarojs/taro';
import type { LocalFile, Sending } from '@/shared/file/sending';
import { gateway, usePersona } from './personas';

/** Uploads a file through the local cloud's gateway, in the name of the persona; all at once, so it knows no progress. */
export function sendFile(cloudPath: string, { bytes }: LocalFile, onProgress: (percent: number) => void): Sending {
  let cancelled = false;
  let abort = (): void => void (cancelled = true);
  const send = async () => {
    const data = await bytes();
    if (cancelled) throw new Error('cancelled');
    const task = Taro.request<{ errMsg?: string; fileID?: string }>({
      url: `${gateway}/gateway/upload?cloudPath=${encodeURIComponent(cloudPath)}`,
      method: 'POST',
      header: { 'content-type': 'application/octet-stream', 'x-emulator-persona': usePersona.getState().id ?? '' },
      data,
    });
    abort = () => task.abort();
    const reply = await task;
    if (reply.data.fileID === undefined) throw new Error(reply.data.errMsg);
    onProgress(100);
  };
  return { done: send(), cancel: () => abort() };
}
