import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { root, inRoot } from '../../../scripts/lib/paths';
import { credentials, forbiddenInClient, heldBy } from '../../support/secrets';

/* Nothing secret is in the repository, and what is deployed takes its secrets from the deployer. */

/** Beyond this a file of the repository is data or a picture. */
const READ_MAX = 500_000;

/** Every text file of the repository, by its path; nothing where this is no checkout. */
function tracked(): [string, string][] {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 16_000_000 });
  return listed
    .split('\0')
    .filter((file) => /\.(ts|tsx|cjs|mjs|js|json|md|scss|ya?ml|html|sh|env\b.*)$|^\.\w+$/.test(file))
    .filter((file) => (statSync(inRoot(file), { throwIfNoEntry: false })?.size ?? READ_MAX) < READ_MAX)
    .map((file) => [file, readFileSync(inRoot(file), 'utf8')]);
}

it('no file of the repository holds a key, a secret or the AppID of a real mini-program', () => {
  const files = tracked();
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap(([file, text]) =>
    Object.entries(credentials).flatMap(([what, pattern]) => (pattern.test(text) ? [`${file}: ${what}`] : [])),
  );
  expect(found).toEqual([]);
});

it('what is looked for is found', () => {
  const texts = [
    `-----BEGIN ${'RSA'} PRIVATE KEY-----`,
    `AKID${'a'.repeat(32)}`,
    `appSecret: '${'a1'.repeat(16)}'`,
  ].concat(`"wx${'1f'.repeat(8)}"`, `ghp_${'a'.repeat(36)}`);
  expect(Object.values(credentials).map((pattern, at) => pattern.test(texts[at] ?? ''))).toEqual(texts.map(() => true));
});

it('every variable of a deployed function is named in cloudbaserc.json and given by the deployer', () => {
  const { functions } = JSON.parse(readFileSync(inRoot('cloudbaserc.json'), 'utf8')) as {
    functions: { envVariables?: Record<string, string> }[];
  };
  for (const { envVariables = {} } of functions)
    for (const [name, value] of Object.entries(envVariables)) expect([name, value]).toEqual([name, `{{env.${name}}}`]);
});

it('no source of the client names a secret of the functions or an identity of the laptop, but where the laptop is spoken to', () => {
  const sources = tracked().filter(
    ([file]) => file.startsWith('src/') && !file.startsWith('src/shared/backend/local/'),
  );
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.flatMap(([file, text]) => heldBy(text, forbiddenInClient).map((what) => `${file}: ${what}`))).toEqual(
    [],
  );
});
