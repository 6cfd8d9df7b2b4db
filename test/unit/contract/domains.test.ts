import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { errorMessages } from '../../../contract/errors';
import { permissions } from '../../../contract/permissions';

/** What the files of this name declare in the folders of domains and mechanisms. */
async function declared(file: string): Promise<string[]> {
  const root = join(__dirname, '../../../contract');
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.split('/').length > 2 && path.endsWith(`/${file}.ts`),
  );
  const found = paths.map(async (from) => {
    const tables = Object.values((await import(join(root, from))) as Record<string, object>);
    return tables.flatMap((table) => Object.keys(table));
  });
  return (await Promise.all(found)).flat();
}

describe.each([
  ['errors', errorMessages],
  ['permissions', permissions],
] as const)('the %s of the domains', (file, all) => {
  it('are all in the central table', async () => {
    const found = await declared(file);
    expect(found.length).toBeGreaterThan(3);
    expect(Object.keys(all)).toEqual(expect.arrayContaining(found));
  });
});
