import { openFolder } from './folder';

/**
 * Holds a data folder for a moment without serving it, as its only user; for asking beforehand whether it can be used.
 * Throws FolderError, in Chinese, when another process holds it, a newer version wrote it, or it is damaged.
 */
export function holdFolder(dir: string): { release(): void } {
  const folder = openFolder(dir);
  return { release: () => folder.close() };
}
