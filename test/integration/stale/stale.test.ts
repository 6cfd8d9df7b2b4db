import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActionSpec } from '../../../contract/action';
import { actions, type CommandName, type QueryName } from '../../../contract/registry';
import { not } from '../../../cloudfunctions/kernel/port';
import { tellFigure } from '../../support/figures';
import { noon } from '../../support/noon';
import { startStack, type Stack } from '../../support/stack';
import { acts } from './acts';
import { sendAgain } from './again';
import { queries, repliesTo, textsIn } from './replies';
import { readBy, writtenBy } from './touched';

/*
 * What a command makes stale is declared (docs/adr/0030). Here each command is given in the demo city, and whatever the
 * person who gave it was answered before is asked for again.
 */

const commands = (Object.entries(actions) as [CommandName, ActionSpec][]).filter(([, { kind }]) => kind === 'command');

const domainOf = (name: CommandName | QueryName) => name.slice(0, name.indexOf('.'));
const domains = [...new Set(commands.map(([name]) => domainOf(name)))];

const folder = mkdtempSync(join(tmpdir(), 'shuxiang-stale-'));
const untouched = join(folder, 'city');
let stack: Stack;
let now = noon();

/** Asked anew whenever it is opened, right before what it tells of is done: no phone shows it from memory. */
const askedAnew: readonly QueryName[] = ['org.preview', 'file.open', 'download.open'];

/** What nothing of its own domain or of 我的 shows: the phone goes on with the reply, or another domain's page has it. */
const shownNowhere: readonly CommandName[] = ['file.ticket', 'owndata.export'];

/** So that no limit of calls is met: neither in a minute, nor those of an hour, which are counted in the database. */
async function wait(): Promise<void> {
  stack.setClock((now += 61_000));
  await stack.db.limits.remove({ _id: not('') });
}
const asked = new Set<QueryName>();
/** What was wrong with each command when it arrived three times. */
const repeated: [CommandName, string[]][] = [];

beforeAll(async () => {
  mkdirSync(untouched);
  await (await startStack({ seed: 'demo', dataDir: untouched, clock: now })).stop();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// A city for each domain: what another's commands did is not in the way.
describe.each(domains)('%s', (domain) => {
  beforeAll(async () => {
    const dataDir = join(folder, domain);
    cpSync(untouched, dataDir, { recursive: true });
    stack = await startStack({ dataDir, clock: now });
  }, 60_000);
  afterAll(() => stack.stop());

  it.each(commands.filter(([name]) => domainOf(name) === domain))(
    '%s declares every query whose reply it changes for the person who gives it',
    async (name, { stale }) => {
      const arrange = acts[name];
      if (!arrange) throw new Error(`test/integration/${domain}/acts.ts does not say how to give ${name}`);
      await wait();
      const { who, input, about = [] } = await arrange(stack, now);
      const names = [...new Set([...textsIn({ ...input, commandId: undefined }), ...about])];
      const isDeclared = (query: QueryName) =>
        askedAnew.includes(query) || stale === 'all' || (stale?.some((prefix) => query.startsWith(prefix)) ?? false);
      // What is declared may change or not; to see that the command did something, its own domain and 我的 are enough.
      const telling = queries.filter((query) => !isDeclared(query) || [domain, 'me'].includes(domainOf(query)));
      stack.emulator.calls.clear();
      const before = await repliesTo(stack, telling, who, names);
      const reads = readBy(stack.emulator.calls.recent());
      await wait();
      stack.emulator.calls.clear();
      const { reply, faults } = await sendAgain(stack, who, name, input);
      expect([name, reply]).toMatchObject([name, { ok: true }]);
      repeated.push([name, faults]);
      const written = writtenBy(stack.emulator.calls.recentDatabase());
      // A reply made of nothing that was written is as it was.
      const touched = telling.filter(
        (query) => reads.get(query)?.some((collection) => written.has(collection)) ?? true,
      );
      const after = await repliesTo(stack, touched, who, names);

      const changed = [...before].filter(
        ([key, { query, reply }]) => touched.includes(query) && after.get(key)?.reply !== reply,
      );
      // Otherwise it was given in vain.
      if (!shownNowhere.includes(name)) expect(changed.length).toBeGreaterThan(0);
      expect(changed.filter(([, { query }]) => !isDeclared(query)).map(([key]) => key)).toEqual([]);
      for (const { query } of before.values()) asked.add(query);
    },
    60_000,
  );
});

/** Takes a whole list, and is asked with it in hand: no reply of it is shown again. */
const askedWithAList: QueryName = 'roster.preview';

it('every query was asked', () => {
  expect([...asked, askedWithAList].sort()).toEqual([...queries].sort());
});

it('every command that arrives twice at once and once more is done once, and answered afterwards as it was then', () => {
  const wrong = repeated.filter(([, faults]) => faults.length > 0);
  const said = `${repeated.length} 个命令各并发两次、再来一次：答复不同或多做的有 ${wrong.length} 个`;
  tellFigure('5', { said, ok: wrong.length === 0 && repeated.length === commands.length });
  expect(repeated.map(([name]) => name).sort()).toEqual(commands.map(([name]) => name).sort());
  expect(wrong).toEqual([]);
});
