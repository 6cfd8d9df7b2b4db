import { dom } from '../dom';
import type { SavedFile } from './chosen';

/** Long enough for a browser to have begun. */
const KEPT_MS = 60_000;

/** Has the browser download a file. */
export function saveFile({ fileName, base64 }: SavedFile): Promise<void> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes]));
  const link = dom().createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
  return Promise.resolve();
}
