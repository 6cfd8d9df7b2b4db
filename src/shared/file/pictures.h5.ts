import { dom } from '../dom';
import { kindOf, type ChosenPicture } from './picture';

const FIRST_BYTES = 12;

async function pictureOf(file: File): Promise<ChosenPicture> {
  const first = new Uint8Array(await file.slice(0, FIRST_BYTES).arrayBuffer());
  return {
    path: '',
    preview: URL.createObjectURL(file),
    size: file.size,
    kind: kindOf(btoa(String.fromCharCode(...first))),
    bytes: () => file.arrayBuffer(),
  };
}

/** Has pictures chosen in the browser, at most so many; none where somebody thought better of it. */
export const choosePictures = (most: number): Promise<ChosenPicture[]> =>
  new Promise((resolve) => {
    const input = dom().createElement('input');
    input.type = 'file';
    input.accept = 'image/jpeg,image/png,image/webp';
    input.multiple = most > 1;
    input.hidden = true;
    const settle = () => {
      const files = [...(input.files ?? [])].slice(0, most);
      input.remove();
      resolve(Promise.all(files.map(pictureOf)));
    };
    input.addEventListener('change', settle);
    input.addEventListener('cancel', settle);
    // Some browsers forget an input that is in no page before anything was chosen.
    dom().body.append(input);
    input.click();
  });
