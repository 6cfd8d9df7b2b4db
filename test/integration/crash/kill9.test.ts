import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, dayOf } from '../../../contract/day';
import type { ActionInput } from '../../../contract/registry';
import { bookDocument } from '../../../cloudfunctions/domains/book/rules/book';
import { schemaFile } from '../../../scripts/build/schema';
import { emulatorPart } from '../../../scripts/build/emulator';
import { build } from '../../../scripts/build/part';
import { localDatabase } from '../../../scripts/lib/database';
import { dist, inRoot } from '../../../scripts/lib/paths';
import { serve, type Served } from '../../support/child';
import { printFigures } from '../../support/figures';

const MEMBERS = 25;
const ROUNDS = 5;
/** Check-ins under way at the same time. */
const PARALLEL = 12;

const folder = mkdtempSync(join(tmpdir(), 'shuxiang-crash-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const members = Array.from({ length: MEMBERS }, (_, index) => ({ id: `p${index}`, openid: `openid-${index}` }));
const book = bookDocument({ title: '活着', author: '余华', publisher: null, isbn: '9787506365437' }, 0);

interface Tap {
  persona: string;
  input: ActionInput<'checkin.submit'>;
}

/** The emulator as it is run alone, in a process of its own, on the same data each time. */
function start(): Promise<Served> {
  const files = { personas: join(folder, 'personas.json'), schema: join(folder, 'schema.json') };
  writeFileSync(files.personas, JSON.stringify(members.map((member) => ({ ...member, label: member.id }))));
  writeFileSync(files.schema, JSON.stringify(schemaFile()));
  const options = { port: '0', latency: '0', data: join(folder, 'data'), functions: dist.functions, ...files };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  return serve([inRoot('emulator/bin/local-cloudbase.js'), ...args], {});
}

async function submit(served: Served, { persona, input }: Tap): Promise<boolean> {
  const response = await fetch(new URL('/gateway/call', served.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-emulator-persona': persona },
    body: JSON.stringify({ name: 'api', data: { action: 'checkin.submit', input } }),
  });
  const { result } = (await response.json()) as { result?: { ok: boolean; code?: string } };
  return result?.ok === true;
}

/** Once for all rounds: were each to ask, two of them would share a day when midnight comes between. */
const today = dayOf(Date.now());

/** One tap for each member on a day of its own round, so that each acknowledged one can be told apart. */
function* taps(round: number): Generator<Tap> {
  for (let ago = round * 11 + 1; ago <= round * 11 + 11; ago += 1) {
    for (const { id } of members) {
      const when = { kind: 'day' as const, day: addDays(today, -ago) };
      yield {
        persona: id,
        input: { commandId: `crash-${round}-${ago}-${id}-0000`, bookId: book._id, when, pages: ago },
      };
    }
  }
}

/** Submits from several sides at once until the emulator dies; gives what was acknowledged and what was not. */
async function submitUntilKilled(served: Served, round: number): Promise<{ acknowledged: Tap[]; unsure: Tap[] }> {
  const queue = taps(round);
  const acknowledged: Tap[] = [];
  const unsure: Tap[] = [];
  let killed = false;
  const worker = async () => {
    for (const tap of queue) {
      if (killed) return;
      const done = await submit(served, tap).catch(() => false);
      (done ? acknowledged : unsure).push(tap);
      // Not by the clock: in the middle of the work, however fast the machine is.
      if (acknowledged.length >= 40 + round * 30 && !killed) {
        killed = true;
        await served.kill9();
      }
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  return { acknowledged, unsure };
}

it('kill −9 in the middle of check-ins loses none that was acknowledged, and each can be sent again', async () => {
  await build(emulatorPart);
  let served = await start();
  const db = localDatabase(served.url);
  await db.books.add(book);
  for (const { id, openid } of members) {
    const nobody = { orgIds: [], scope: [], grants: [], disabled: false, joinedAt: 0 };
    await db.members.add({ _id: `m_${id}`, openid, name: id, ...nobody });
  }

  const all: Tap[] = [];
  let acknowledged = 0;
  let lost = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const outcome = await submitUntilKilled(served, round);
    served = await start();
    acknowledged += outcome.acknowledged.length;
    const found = new Set((await localDatabase(served.url).checkins.find({}, { limit: 1000 })).map((doc) => doc._id));
    all.push(...outcome.acknowledged, ...outcome.unsure);
    lost += outcome.acknowledged.filter((tap) => !found.has(idOf(tap))).length;
    // The phone's outbox sends again whatever it had no reply to.
    for (const tap of outcome.unsure) expect(await submit(served, tap)).toBe(true);
  }
  const docs = await localDatabase(served.url).checkins.find({}, { limit: 1000 });
  await served.stop();
  printFigures('kill -9 in the middle of check-ins', { rounds: ROUNDS, acknowledged, lost });
  expect(lost).toBe(0);
  expect(acknowledged).toBeGreaterThan(200);
  expect(docs.map((doc) => doc._id).sort()).toEqual(all.map(idOf).sort());
  expect(docs.every((doc) => Object.keys(doc.lines).length === 1)).toBe(true);
}, 180_000);

function idOf({ persona, input }: Tap): string {
  return `m_${persona}:${input.when.kind === 'day' ? input.when.day : ''}`;
}
