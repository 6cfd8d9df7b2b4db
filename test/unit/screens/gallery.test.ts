import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../../scripts/lib/paths';

const below = (folder: string): string[] =>
  readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => readFileSync(inRoot(folder, name), 'utf8'));

const shown = [...below('src/features/gallery'), ...below('src/packages/gallery')].join('\n');

it('every shared control is shown on the page of all controls', () => {
  const controls = readdirSync(inRoot('src/shared/ui'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(controls.length).toBeGreaterThan(10);
  expect(controls.filter((name) => !shown.includes(`'@/${join('shared/ui', name).replaceAll('\\', '/')}/`))).toEqual(
    [],
  );
});
