import { realpathSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import type { Log } from '../log';

/**
 * Warns, once for each file, when a function loads code from outside its own folder: it works here, and not on the
 * cloud, where there is nothing but the folder. `files` are those loaded, installed packages left out.
 */
export function outsideWarnings(log: Log): (name: string, bundle: string, files: readonly string[]) => void {
  const told = new Set<string>();
  return (name, bundle, files) => {
    const folder = dirname(realpathSync(bundle));
    for (const file of files) {
      if (file.startsWith(folder + sep) || told.has(`${name} ${file}`)) continue;
      told.add(`${name} ${file}`);
      const message = `引用了函数目录之外的文件 ${relative(folder, file)}：云端只有函数自己的目录，上线后会找不到它`;
      log({ level: 'warn', scope: name, message });
    }
  };
}
