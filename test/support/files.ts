import type { Files } from '../../cloudfunctions/kernel/files';

/** Storage in memory; `stored` is what lies in it, by path. */
export function memoryFiles(): Files & { readonly stored: Map<string, Buffer> } {
  const stored = new Map<string, Buffer>();
  return {
    stored,
    put: (path, bytes) => Promise.resolve(void stored.set(path, bytes)),
    read: (path, maxBytes) => {
      const bytes = stored.get(path);
      if (bytes === undefined) return Promise.resolve('missing');
      return Promise.resolve(bytes.length > maxBytes ? 'too large' : bytes);
    },
    link: (path, seconds) =>
      Promise.resolve(stored.has(path) ? `https://storage.test/${path}?t=${seconds}` : undefined),
    remove: (paths) => Promise.resolve(paths.forEach((path) => stored.delete(path))),
  };
}
