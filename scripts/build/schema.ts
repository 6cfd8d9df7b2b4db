import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SchemaFile } from '@shuxiang/local-cloudbase';
import { schema } from '../../cloudfunctions/schema';
import { dist } from '../lib/paths';
import type { Part } from './part';

/** The collections and indexes of `schema.ts` as the emulator's `--schema` file. */
export function schemaFile(): SchemaFile {
  const collections = Object.entries(schema).map(([name, { indexes }]) => [
    name,
    {
      indexes: indexes.map((index) => ({ ...index, keys: index.keys.map(([field, direction]) => [field, direction]) })),
    },
  ]);
  return { collections: Object.fromEntries(collections) as SchemaFile['collections'] };
}

export const schemaPart: Part = {
  name: 'schema',
  label: '生成集合与索引的声明',
  inputs: ['cloudfunctions', 'contract', 'scripts/build/schema.ts'],
  outputs: [dist.schema],
  make() {
    mkdirSync(dirname(dist.schema), { recursive: true });
    writeFileSync(dist.schema, `${JSON.stringify(schemaFile(), null, 2)}\n`);
    return Promise.resolve();
  },
};
