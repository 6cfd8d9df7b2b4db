import { migrate } from '../database/tables/migrate';
import { Sql } from '../database/tables/sql';
import { openFolder, type Folder } from '../store/folder';

/** Opens a data folder that no emulator serves; one of an older format is brought up to date. Throws FolderError. */
export function openState(dir: string): Folder {
  const folder = openFolder(dir);
  try {
    migrate(new Sql(folder.db));
    return folder;
  } catch (error) {
    folder.close();
    throw error;
  }
}
