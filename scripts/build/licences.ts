import { readFileSync } from 'node:fs';
import { inRoot } from '../lib/paths';

interface Package {
  version?: string;
  license?: string;
}

export const licencesFile = 'src/features/compliance/licences.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(inRoot(file), 'utf8'));

/** Of each package that is shipped with the product: its name, version and licence, from the lock file. */
function shipped(): [string, string, string][] {
  const { dependencies } = read('package.json') as { dependencies: Record<string, string> };
  const { packages } = read('package-lock.json') as { packages: Record<string, Package> };
  return Object.keys(dependencies)
    .sort()
    .map((name) => {
      const { version = '', license } = packages[`node_modules/${name}`] ?? {};
      if (license === undefined) throw new Error(`${name} has no licence in package-lock.json`);
      return [name, version, license];
    });
}

/** The notices (许可声明) as plain values, for the page. */
export const licencesValues = (): string =>
  [
    '/* Licences of the packages that are shipped. Made by `npm run build -- compliance`; do not edit. */',
    '',
    '/** Name, version, licence. */',
    `export const licences: readonly (readonly [string, string, string])[] = ${JSON.stringify(shipped(), null, 2)};`,
    '',
  ].join('\n');
