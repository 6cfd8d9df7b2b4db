import { cpSync, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Manifest {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** Where a package that one in `from` asks for lies, by Node's own rule; a name that Node has too must not mislead. */
function folderOf(name: string, from: string): string | undefined {
  const lookups = createRequire(join(from, 'package.json')).resolve.paths('a-package') ?? [];
  return lookups.map((dir) => join(dir, name)).find((dir) => existsSync(join(dir, 'package.json')));
}

/**
 * Installs what a package depends on, and whatever that depends on in turn, as npm would, from what is installed here
 * instead of a registry: into `<project>/node_modules`, a second version of a package below the one that wants it.
 */
export function installDependencies(from: string, project: string, at = project, placed = new Map<string, string>()) {
  const { dependencies = {}, optionalDependencies = {} } = manifestIn(from);
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const folder = folderOf(name, from);
    // Binary code for another platform.
    if (folder === undefined && name in optionalDependencies) continue;
    if (folder === undefined) throw new Error(`${name} is not installed`);
    const earlier = placed.get(name);
    if (earlier === folder) continue;
    const place = join(earlier === undefined ? project : at, 'node_modules', name);
    if (earlier === undefined) placed.set(name, folder);
    cpSync(folder, place, { recursive: true, filter: (path) => path !== join(folder, 'node_modules') });
    installDependencies(folder, project, place, placed);
  }
}
