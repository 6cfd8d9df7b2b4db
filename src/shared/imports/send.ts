import { IMPORT_MAX_BYTES, IMPORT_PART_BYTES } from '@contract/shared/imports/constants';
import type { ChosenFile } from '@/shared/file/chosen';

/** How many parts of a file are there. */
export interface Sent {
  done: number;
  all: number;
}

/** Why a file is not sent at all; `undefined` where it is. */
export function tooLarge({ size }: Pick<ChosenFile, 'size'>): string | undefined {
  if (size === 0) return '这个文件是空的，请重新选择。';
  if (size <= IMPORT_MAX_BYTES) return undefined;
  return `文件有 ${(size / 1024 / 1024).toFixed(1)} MB，最大 2 MB。只留要导入的行和列，或拆成几个文件。`;
}

/** Sends a file part by part; `sent` hears how much of it is there. */
export async function sendParts(
  file: ChosenFile,
  send: (part: { index: number; base64: string }) => Promise<unknown>,
  sent: (sent: Sent) => void,
): Promise<void> {
  const count = Math.ceil(file.size / IMPORT_PART_BYTES);
  for (let index = 0; index < count; index += 1) {
    sent({ done: index, all: count });
    const from = index * IMPORT_PART_BYTES;
    await send({ index, base64: await file.part(from, Math.min(IMPORT_PART_BYTES, file.size - from)) });
  }
  sent({ done: count, all: count });
}
