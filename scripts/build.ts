import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { authorization } from './build/authorization';
import { type Backend, builtEnvironment, h5Part, weappPart } from './build/client';
import { cloudbaserc } from './build/cloudbaserc';
import { complianceDocument, complianceFile, complianceValues } from './build/compliance';
import { emulatorPart } from './build/emulator';
import { functionsPart } from './build/functions';
import { inventory, ownInventory, ownInventoryFile } from './build/inventory';
import { licencesFile, licencesValues } from './build/licences';
import { buildAll, type Part } from './build/part';
import { schemaPart } from './build/schema';
import { clientActions, clientActionsFile } from './contract/clientActions';
import { published, publishedFile } from './contract/published';
import { domainTable, tableFile } from './contract/tables';
import { runNode } from './lib/child';
import { command } from './lib/command';
import { takes } from './lib/options';
import { inRoot } from './lib/paths';
import { say } from './lib/say';

const names = [
  'functions',
  'schema',
  'emulator',
  'h5',
  'weapp',
  'cloudbaserc',
  'authorization',
  'inventory',
  'contract',
  'compliance',
] as const;

/** Files that are kept in the repository and made from the sources. */
const generated = [
  ['cloudbaserc', 'cloudbaserc.json', cloudbaserc],
  ['authorization', 'docs/authorization.md', authorization],
  ['inventory', 'docs/data-inventory.md', inventory],
  ['inventory', ownInventoryFile, ownInventory],
  ['contract', publishedFile, published],
  ['contract', clientActionsFile, clientActions],
  ['compliance', 'docs/compliance.md', complianceDocument],
  ['compliance', complianceFile, complianceValues],
  ['compliance', licencesFile, licencesValues],
  // A change of the contract changes what was looked through.
  ['contract', 'docs/compliance.md', complianceDocument],
  ['contract', complianceFile, complianceValues],
] as const;

const reader = takes({
  name: 'build',
  does: '构建要部署的一切，放进 dist/；或只构建写明的那些部分。小程序的设置见 docs/operating.md。',
  words: { name: '部分', what: '可以写几个', among: names },
  options: { local: { what: '小程序接本机云环境，供微信开发者工具使用' } },
});

/** `npm run build [-- PART… --local]`: everything, or only the named parts. */
command(reader, async ({ words, options }) => {
  const wanted = (name: string) => words.length === 0 || words.includes(name);
  const backend: Backend = options.local ? 'local' : 'cloud';
  if (wanted('contract') && (['errors', 'permissions'] as const).filter(putTable).length > 0) {
    // What is loaded here knows the tables as they were.
    return (await runNode([inRoot('scripts/run.cjs'), 'build', ...process.argv.slice(2)], { output: 'show' })).code;
  }
  const parts: Part[] = [functionsPart, schemaPart, emulatorPart, h5Part, weappPart(backend)];
  await buildAll(parts.filter(({ name }) => wanted(name)));
  for (const [name, file, make] of generated) if (wanted(name)) put(file, make());
  if (backend === 'cloud' && wanted('weapp')) tellEnvironment();
  return 0;
});

/** Writes a generated file; false where it is as it should be: a read-only checkout that is up to date stays as it is. */
function put(file: string, content: string): boolean {
  if (existsSync(inRoot(file)) && readFileSync(inRoot(file), 'utf8') === content) return false;
  writeFileSync(inRoot(file), content);
  say(`✓ ${file}`);
  return true;
}

function putTable(what: 'errors' | 'permissions'): boolean {
  return put(tableFile(what), domainTable(what));
}

/** Without an environment the package is good for checking, and looks like any other. */
function tellEnvironment(): void {
  const env = builtEnvironment();
  if (env !== '') return say(`小程序接云环境 ${env}`);
  say('⚠ 小程序没有云环境：构建时没有设置 TARO_APP_ENV_ID。这个包只能用来检查，上传后打不开任何数据。');
  say('  要上传，请设置环境变量 TARO_APP_ENV_ID=环境ID，或在 .env 里写明，再运行 npm run build -- weapp。');
}
