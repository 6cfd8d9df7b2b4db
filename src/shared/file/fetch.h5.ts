import { dom } from '../dom';

/** A file at an address that is good for a few minutes. */
export interface Fetchable {
  url: string;
  fileName: string;
}

/** Has the browser download it. */
export function fetchFile({ url, fileName }: Fetchable): Promise<void> {
  const link = dom().createElement('a');
  link.href = url;
  link.download = fileName;
  link.target = '_blank';
  link.rel = 'noopener';
  link.click();
  return Promise.resolve();
}
