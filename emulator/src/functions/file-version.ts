import { statSync } from 'node:fs';

/** Differs whenever a file changed, also where another took its place; `undefined` when there is none. */
export function fileVersion(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && `${stat.mtimeMs}:${stat.size}:${stat.ino}`;
}
