import { databasePath, type Folder } from '../store/folder';
import { exportState } from './export';
import type { Manifest } from './format';
import { takeSnapshot } from './snapshot';

export interface ExporterOptions {
  folder: Folder;
  env: string;
  /** Keeps the bytes of stored files until the returned function is called. */
  hold: () => () => Promise<void>;
}

/** Gives what exports an opened folder as it is at the moment of the call, while others go on using it. */
export function exporterOf({
  folder,
  env,
  hold,
}: ExporterOptions): (dir: string, force?: boolean) => Promise<Manifest> {
  return async (dir, force = false) => {
    // In this order: what the snapshot names must still be there when it is copied.
    const release = hold();
    try {
      const snapshot = takeSnapshot(databasePath(folder.dir));
      try {
        return await exportState({ snapshot, files: folder.files, env, dir, force });
      } finally {
        snapshot.close();
      }
    } finally {
      await release();
    }
  };
}
