import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createEmulator, type Emulator, type SchemaFile } from '@shuxiang/local-cloudbase';
import { localDatabase } from '../../../scripts/lib/database';
import { inRoot, root } from '../../../scripts/lib/paths';
import { newCommandId } from '../../support/stack';

/*
 * A throw-away domain in a copy of the tree: its folders (test/fixtures/domain) and one line in each table. Nothing else
 * is changed in the copy, so whoever makes something central grow with the domains finds this test failing.
 */

const fixture = inRoot('test/fixtures/domain');

/** The tables: of the contract, of the functions, of the client's pages, and of the screens that tests look at. */
const lines = {
  'contract/domains/index.ts': "export { greetingActions as greeting } from './greeting/actions';",
  'cloudfunctions/domains/index.ts': "export { greetingDomain as greeting } from './greeting/domain';",
  'src/routes/domains.ts': "export { greeting } from './greeting';",
  'test/screens/states/index.ts': "export { greetingStates as greeting } from './greeting';",
};

/** Tests of what is central, which look at every domain. */
const watchful = 'unit/(contract/(registry|merged|keys)|kernel/collections|screens|routes)|client/me/data-used';

let copy = '';

function copyTree(): string {
  const target = mkdtempSync(join(tmpdir(), 'shuxiang-domain-'));
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
  for (const file of files.split('\0').filter((name) => name !== '')) cpSync(inRoot(file), join(target, file));
  symlinkSync(inRoot('node_modules'), join(target, 'node_modules'), 'dir');
  return target;
}

function addDomain(): void {
  const files = readdirSync(fixture, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.txt'));
  for (const file of files) {
    const target = join(copy, file.replace(/\.txt$/, ''));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(fixture, file), target);
  }
  for (const [table, line] of Object.entries(lines)) {
    writeFileSync(join(copy, table), `${readFileSync(join(copy, table), 'utf8').trimEnd()}\n${line}\n`);
  }
}

/** The rules of the house; the copy's packages are a link to ours, whose target has another name. */
const directions = '.linked-packages.cjs';
const linked = "module.exports = { extends: './.dependency-cruiser.cjs', options: { preserveSymlinks: true } };";

/** What a program says in the copy when it fails; nothing when all is well. */
const complaintOf = (...args: string[]): Promise<string> =>
  new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: copy, maxBuffer: 1e8 }, (error, stdout, stderr) =>
      resolve(error === null ? '' : `${stdout}\n${stderr}`.trim().slice(-4000)),
    );
  });
const built = (...parts: string[]) => complaintOf('--import', 'tsx', 'scripts/build.ts', ...parts);

beforeAll(async () => {
  copy = copyTree();
  addDomain();
  writeFileSync(join(copy, directions), linked);
  expect(await built('contract', 'authorization', 'functions', 'schema')).toBe('');
}, 120_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('a new domain: its folder on each side and one line in each table', () => {
  it('keeps to types, directions of dependencies and the tests of what is central', async () => {
    const [types, wrongWays] = await Promise.all([
      complaintOf('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'),
      complaintOf(
        'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
        ...['contract', 'cloudfunctions', 'src', '--config', directions, '--output-type', 'err'],
      ),
    ]);
    expect([types, wrongWays]).toEqual(['', '']);
    const jest = ['node_modules/jest/bin/jest.js', '--ci', '--selectProjects', 'unit', 'client'];
    expect(await complaintOf(...jest, '--testPathPatterns', watchful)).toBe('');
  }, 180_000);

  it('is in the table of rights and in what clients know', () => {
    const rights = readFileSync(join(copy, 'docs/authorization.md'), 'utf8');
    expect(rights).toContain('| `greeting.write` | 写一句问候 | 有“写问候”权限的人 |');
    expect(readFileSync(join(copy, 'contract/published.json'), 'utf8')).toContain('"greeting.get"');
    expect(readFileSync(join(copy, 'contract/clientActions.ts'), 'utf8')).toContain('"greeting.write": {"stale"');
  });

  it('is served by the built functions, with its rights, its refusals and its collection', async () => {
    const emulator = await createEmulator({
      port: 0,
      dataDir: join(copy, '.data'),
      timers: false,
      schema: JSON.parse(readFileSync(join(copy, 'dist/schema.json'), 'utf8')) as SchemaFile,
      functions: join(copy, 'dist/functions'),
    });
    try {
      await settle(emulator);
      const write = (who: string, over: object = {}) =>
        call(emulator, who, 'greeting.write', {
          ...{ commandId: newCommandId(), orgId: 'branch', version: 0, text: '早上好' },
          ...over,
        });
      expect(await write('member')).toMatchObject({ ok: false, code: 'FORBIDDEN' });
      expect(await write('secretary', { text: '早上好！' })).toMatchObject({
        ...{ ok: false, code: 'GREETING_RUDE', message: '问候里请不要用感叹号。' },
      });
      const commandId = newCommandId();
      const greeting = { orgId: 'branch', text: '早上好', version: 1 };
      expect(await write('secretary', { commandId })).toEqual({ ok: true, data: { greeting } });
      expect(await write('secretary', { commandId })).toEqual({ ok: true, data: { greeting } });
      expect(await write('secretary')).toMatchObject({ ok: false, code: 'CONFLICT' });
      expect(await call(emulator, 'member', 'greeting.get', {})).toEqual({ ok: true, data: { greetings: [greeting] } });
    } finally {
      await emulator.stop();
    }
  }, 60_000);
});

const call = async (emulator: Emulator, who: string, action: string, input: object): Promise<unknown> =>
  (await emulator.invoke('api', { action, input }, { openId: `openid-${who}` })).result;

/** A branch with a member and its secretary. */
async function settle(emulator: Emulator): Promise<void> {
  const db = localDatabase(emulator.adminUrl);
  await db.orgs.add({
    _id: 'branch',
    name: '支部',
    kind: 'branch',
    parentId: null,
    path: ['branch'],
    joinCode: 'JOINME',
  });
  const person = (who: string) => ({
    ...{ _id: who, openid: `openid-${who}`, name: who, orgIds: ['branch'], scope: ['branch'] },
    ...{ disabled: false, joinedAt: 1 },
  });
  await db.members.addAll([
    { ...person('member'), grants: [] },
    { ...person('secretary'), grants: [{ role: 'branchSecretary', orgId: 'branch' }] },
  ]);
}
