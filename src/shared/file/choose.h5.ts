import { dom } from '../dom';
import type { ChosenFile, Wanted } from './chosen';

/** Has a file chosen in the browser; null where somebody thought better of it. */
export const chooseFile = ({ extensions }: Wanted): Promise<ChosenFile | null> =>
  new Promise((resolve) => {
    const input = dom().createElement('input');
    input.type = 'file';
    input.accept = extensions.map((extension) => `.${extension}`).join(',');
    input.hidden = true;
    const settle = () => {
      const file = input.files?.[0];
      input.remove();
      resolve(file === undefined ? null : { name: file.name, size: file.size, part: partOf(file) });
    };
    input.addEventListener('change', settle);
    input.addEventListener('cancel', settle);
    // Some browsers forget an input that is in no page before anything was chosen.
    dom().body.append(input);
    input.click();
  });

const partOf =
  (file: File) =>
  (from: number, length: number): Promise<string> =>
    new Promise((resolve, reject) => {
      const reader = new FileReader();
      // `data:…;base64,` and then the bytes.
      reader.onload = () => resolve((reader.result as string).split(',')[1] ?? '');
      reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
      reader.readAsDataURL(file.slice(from, from + length));
    });
