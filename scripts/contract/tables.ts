import { existsSync, readdirSync } from 'node:fs';
import { inRoot } from '../lib/paths';

/*
 * Refusals and permissions are declared by the domains in files of their own, since the client carries them without any
 * schema. The two tables that name these files are made from the folders, so that a new domain adds no line to them.
 */

type Declared = 'errors' | 'permissions';

export const tableFile = (what: Declared): string => `contract/domains/${what}.ts`;

const exported = { errors: 'Errors', permissions: 'Permissions' } as const;

/** The table of the domains that declare errors, or permissions. */
export function domainTable(what: Declared): string {
  const domains = readdirSync(inRoot('contract/domains'))
    .filter((name) => existsSync(inRoot('contract/domains', name, `${what}.ts`)))
    .sort();
  return [
    '/*',
    ` * The ${what} that each domain declares, under its name; \`contract/${what}.ts\` makes one table of them. Made from the`,
    ' * folders of the domains by `npm run build -- contract`; do not edit.',
    ' */',
    ...domains.map((name) => `export { ${name}${exported[what]} as ${name} } from './${name}/${what}';`),
    '',
  ].join('\n');
}
