import { useEffect, useRef, useState } from 'react';
import { fileRules, type FilePurpose } from '@contract/shared/files/constants';
import { sendFile } from '@backend/upload';
import { call } from '../call/call';
import { newCommandId } from '../call/command-id';
import { asCallError } from '../call/error';
import type { ChosenPicture } from './picture';
import { choosePictures } from './pictures';

/** One picture on its way, or there. */
export interface Picture {
  key: string;
  preview: string;
  state: 'sending' | 'checking' | 'ready' | 'failed';
  /** Of the upload. */
  percent: number;
  /** What went wrong, and what to do. */
  problem?: string;
  /** Of the file, once it was taken in. */
  id?: string;
}

const NO_KIND = '只收 JPG、PNG、WebP 图片。请换一张。';
const NOT_SENT = '没有传上去，可能是网络不好。点“重试”再传。';

/** Uploads a picture: a ticket, the bytes to its path, the check. Gives the id of the file. */
async function deliver(
  purpose: FilePurpose,
  { kind, size, ...file }: ChosenPicture,
  on: { cancel: (cancel: () => void) => void; progress: (percent: number) => void; checking: () => void },
): Promise<string> {
  if (kind === null) throw new Error(NO_KIND);
  const { ticket } = await call('file.ticket', { commandId: newCommandId(), purpose, kind, size });
  const sending = sendFile(ticket.path, file, on.progress);
  on.cancel(sending.cancel);
  await sending.done.catch(() => Promise.reject(new Error(NOT_SENT)));
  on.checking();
  return (await call('file.finish', { commandId: newCommandId(), id: ticket.id })).file.id;
}

const wordsOf = (thrown: unknown): string =>
  thrown instanceof Error && [NO_KIND, NOT_SENT].includes(thrown.message)
    ? thrown.message
    : asCallError(thrown).message;

/** Pictures that go with something one writes: chosen, uploaded at once, each with its progress, taken back or tried again. */
export function usePictures(purpose: FilePurpose) {
  const [pictures, setPictures] = useState<Picture[]>([]);
  const sources = useRef(new Map<string, ChosenPicture>());
  const cancels = useRef(new Map<string, () => void>());
  const { most } = fileRules[purpose];

  // Whoever leaves the page takes back what is still on its way.
  useEffect(() => {
    const going = cancels.current;
    return () => going.forEach((cancel) => cancel());
  }, []);

  const change = (key: string, to: Partial<Picture>) =>
    setPictures((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));

  const send = (key: string) => {
    const source = sources.current.get(key);
    if (source === undefined) return;
    change(key, { state: 'sending', percent: 0 });
    deliver(purpose, source, {
      cancel: (cancel) => cancels.current.set(key, cancel),
      progress: (percent) => change(key, { percent }),
      checking: () => change(key, { state: 'checking', percent: 100 }),
    })
      .then((id) => change(key, { state: 'ready', id }))
      .catch((thrown: unknown) => change(key, { state: 'failed', problem: wordsOf(thrown) }))
      .finally(() => cancels.current.delete(key));
  };

  return {
    pictures,
    most,
    /** Ids of those that are there. */
    ids: pictures.flatMap(({ id }) => id ?? []),
    /** Something is on its way. */
    busy: pictures.some(({ state }) => state === 'sending' || state === 'checking'),
    add: async () => {
      for (const chosen of (await choosePictures(most - pictures.length)).slice(0, most - pictures.length)) {
        const key = newCommandId();
        sources.current.set(key, chosen);
        setPictures((all) => [...all, { key, preview: chosen.preview, state: 'sending', percent: 0 }]);
        send(key);
      }
    },
    retry: send,
    /** Takes it back, also from the server; there it would go by itself within a day. */
    remove: (key: string) => {
      cancels.current.get(key)?.();
      const id = pictures.find((one) => one.key === key)?.id;
      setPictures((all) => all.filter((one) => one.key !== key));
      if (id !== undefined) void call('file.discard', { commandId: newCommandId(), id }).catch(() => undefined);
    },
    /** They belong to something now: the next begins with none. */
    clear: () => setPictures([]),
  };
}

export type Pictures = ReturnType<typeof usePictures>;
