import { existsSync, readFileSync } from 'node:fs';
import { authorization } from '../build/authorization';
import { cloudbaserc } from '../build/cloudbaserc';
import { inventory, ownInventory, ownInventoryFile } from '../build/inventory';
import { complianceDocument, complianceFile, complianceValues } from '../build/compliance';
import { licencesFile, licencesValues } from '../build/licences';
import { clientActions, clientActionsFile } from '../contract/clientActions';
import { published, publishedFile } from '../contract/published';
import { domainTable, tableFile } from '../contract/tables';
import { inRoot } from '../lib/paths';

/** Generated files that are kept in the repository, each with what it should hold. */
const generated = [
  { file: 'cloudbaserc.json', make: cloudbaserc, remedy: 'npm run build -- cloudbaserc' },
  { file: 'docs/authorization.md', make: authorization, remedy: 'npm run build -- authorization' },
  { file: 'docs/data-inventory.md', make: inventory, remedy: 'npm run build -- inventory' },
  { file: ownInventoryFile, make: ownInventory, remedy: 'npm run build -- inventory' },
  { file: tableFile('errors'), make: () => domainTable('errors'), remedy: 'npm run build -- contract' },
  { file: tableFile('permissions'), make: () => domainTable('permissions'), remedy: 'npm run build -- contract' },
  { file: publishedFile, make: published, remedy: 'npm run build -- contract' },
  { file: 'docs/compliance.md', make: complianceDocument, remedy: 'npm run build -- compliance' },
  { file: complianceFile, make: complianceValues, remedy: 'npm run build -- compliance' },
  { file: licencesFile, make: licencesValues, remedy: 'npm run build -- compliance' },
  { file: clientActionsFile, make: clientActions, remedy: 'npm run build -- contract' },
];

/** Which generated files are stale, and how to make them again. */
export const staleFiles = (): string[] =>
  generated
    .filter(({ file, make }) => !existsSync(inRoot(file)) || readFileSync(inRoot(file), 'utf8') !== make())
    .map(({ file, remedy }) => `${file} 与来源不一致，请运行：${remedy}`);
