import { eraseMember, exportMember, mergeMembers } from '../../../cloudfunctions/jobs/persons';
import { recommendationJobs } from '../../../cloudfunctions/domains/recommendation/jobs';
import { subjectsOf, type AnyDoc } from '../../../cloudfunctions/kernel/personal';
import type { Collection, Value } from '../../../cloudfunctions/kernel/port';
import type { Job } from '../../../cloudfunctions/shared/work/job';
import { closeAll } from '../../../cloudfunctions/kernel/others';
import { schema, type CollectionName, type Database } from '../../../cloudfunctions/schema';
import { inviteAndAsk } from './inviting';
import { consented, ownCounts, renamedAndDisabled, uploadAndTakeAlong } from './own';
import { textsOf } from './texts';
import { memberId } from '../../../scripts/seed/documents';
import { mergesOf } from '../member/people';
import { imported } from '../orgimport/acts';
import { graduated, transferred } from '../transfer/people';
import { termsOf } from '../role/terms';
import { noon } from '../../support/noon';
import { runJob } from '../../support/runJob';
import { newCommandId, openidOf, startStack, type Stack } from '../../support/stack';
import { memoryFiles } from '../../support/files';
import { localFiles } from '../../../scripts/lib/database';

/** All steps of a job over a database where every second write is the last thing that a run does. */
async function runKilled(job: Job<Database>, key: string): Promise<string> {
  let writes = 0;
  const dying = <T extends object>(collection: T): T =>
    new Proxy(collection, {
      get(target, name) {
        const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
        if (!['add', 'update', 'remove'].includes(String(name))) return method;
        return async (...args: unknown[]) => {
          const result = await method(...args);
          writes += 1;
          if (writes % 2 === 0) throw new Error('killed');
          return result;
        };
      },
    });
  const db = Object.fromEntries(names.map((name) => [name, dying(stack.db[name])])) as unknown as Database;
  let cursor: Value | undefined;
  for (let runs = 0; runs < 1000; runs += 1) {
    const at = { key, cursor, now: noon(), others: closeAll(db), files: memoryFiles() };
    const outcome = await job.step(db, at).catch(() => undefined);
    if (outcome !== undefined && 'done' in outcome) return outcome.done;
    cursor = outcome?.cursor ?? cursor;
  }
  throw new Error('does not come to an end');
}

let stack: Stack;
let bookId: string;
const names = Object.keys(schema) as CollectionName[];
const all = (name: CollectionName) => (stack.db[name] as unknown as Collection<AnyDoc>).find({}, { limit: 1000 });
const command = () => ({ commandId: newCommandId() });

/** A duty that a member holds, one that he held, and one that was a mistake. */
async function fillDuties(id: string): Promise<void> {
  const orgId = (await stack.call('admin', 'me.session', {})).roles[0]?.org.id ?? '';
  const what = { orgId, group: '领导小组', kind: 'groupMember', title: '联络员' } as const;
  const term = { person: { memberId: id, name: '某人' }, from: '20260301', until: '20260630' };
  const { duty } = await stack.call('admin', 'duty.add', { ...command(), ...what, ...term });
  await stack.call('admin', 'duty.setRemoved', { ...command(), id: duty.id, removed: true });
  const held = await stack.call('admin', 'duty.add', { ...command(), ...what, ...term, until: null });
  await stack.call('admin', 'duty.standIn', { ...command(), id: held.duty.id, ...term });
}

/** A change of an org that somebody made and took back. */
async function renameAndUndo(): Promise<void> {
  const orgId = 'D13-B02';
  const { change } = await stack.call('admin', 'org.rename', { ...command(), orgId, name: '星洲软件园团支部' });
  await stack.call('admin', 'org.undo', { ...command(), orgId, changeId: change.id });
}

/** What members do, so that every collection has something of theirs. */
async function fill(): Promise<void> {
  for (const who of ['youth', 'cadre', 'branch-secretary', 'admin']) {
    const { book } = await stack.call(who, 'book.add', {
      ...command(),
      title: `${who} 的书`,
      author: '佚名',
      ...(who === 'youth' ? { publisher: '自印', isbn: '9787302423287' } : {}),
    });
    await stack.call(who, 'shelf.move', { ...command(), bookId: book.id, to: 'reading' });
    await stack.call(who, 'shelf.move', { ...command(), bookId, to: 'want' });
    await stack.call(who, 'checkin.submit', {
      ...command(),
      bookId,
      when: { kind: 'tap', elapsedMs: 0 },
      pages: 12,
      minutes: 20,
      note: `${who} 的心得`,
    });
    const { feedback } = await stack.call(who, 'feedback.submit', {
      ...command(),
      kind: 'complaint',
      text: `${who} 说`,
    });
    await stack.call('admin', 'feedback.reply', { ...command(), id: feedback.id, text: '已办' });
    const { items } = await stack.call(who, 'event.list', { which: 'open' });
    for (const { id } of items.slice(0, 3)) {
      const { event } = await stack.call(who, 'event.get', { id });
      const answers = event.form.map(({ id: fieldId, options }) => ({ fieldId, value: options[0] ?? '不忌口' }));
      await stack.callAs(who, 'event.signUp', { ...command(), id, answers });
    }
    await stack.call(who, 'home.today', {});
    await uploadAndTakeAlong(stack, who);
    await consented(stack, who);
    await fillDuties(memberId(who));
    await termsOf(stack, memberId(who));
    await transferred(stack, who);
    await mergesOf(stack, who, noon());
  }
  await inviteAndAsk(stack);
  await renameAndUndo();
  await renamedAndDisabled(stack, 'cadre');
}

/** Where any of the words stands, except where a declaration says that an id stays. */
async function tracesOf(words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    const stays = subjectsOf(schema[name].subjects).flatMap(({ at }) => (at.in === 'text' ? at.paths : []));
    for (const doc of await all(name)) {
      for (const [path, text] of textsOf(doc, name)) {
        const top = path.split('.')[1] ?? '';
        if (words.some((word) => text.includes(word)) && !stays.includes(top)) found.push(`${path}: ${text}`);
      }
    }
  }
  return found;
}

const storedFiles = () => (stack.emulator.info().services as { storage: { files: number } }).storage.files;

const countsOf = async () =>
  Object.fromEntries(await Promise.all(names.map(async (name) => [name, await stack.db[name].count({})] as const)));

beforeAll(async () => {
  stack = await startStack({ seed: 'demo', clock: noon() });
  bookId = (await stack.db.books.find({ audience: 'all' }, { limit: 1 }))[0]?._id ?? '';
  await fill();
  await graduated(stack);
  await imported(stack);
}, 120_000);
afterAll(() => stack.stop());

it('an export has every part, every column somebody filled, and every field is exported or said to be internal', async () => {
  const filled = new Map<string, Set<string>>();
  for (const member of ['youth', 'cadre', 'branch-secretary', 'admin', 'd01-secretary']) {
    for await (const { as, rows } of exportMember(stack.db, memoryFiles(), memberId(member))) {
      const headings = filled.get(as) ?? new Set();
      for (const row of rows)
        for (const [heading, value] of Object.entries(row)) if (value !== null) headings.add(heading);
      filled.set(as, headings);
    }
  }
  for (const name of names) {
    for (const { exported } of subjectsOf(schema[name].subjects)) {
      if ('not' in exported) continue;
      expect([exported.as, [...(filled.get(exported.as) ?? [])].sort()]).toEqual([
        exported.as,
        Object.keys(exported.columns).sort(),
      ]);
    }
  }
});

it('no field of a document about a person is forgotten: it is in a column or said to be internal', async () => {
  for (const name of names) {
    const docs = await all(name);
    for (const { at, exported } of subjectsOf(schema[name].subjects)) {
      if ('not' in exported) continue;
      const columns = Object.values<string | readonly [string, unknown]>(exported.columns);
      const paths = [
        ...columns.map((column) => (typeof column === 'string' ? column : column[0])),
        ...exported.internal,
      ];
      const entries =
        exported.rows === undefined
          ? []
          : docs.flatMap((doc) => Object.values((doc[exported.rows as string] ?? {}) as object) as object[]);
      const known = (path: string) => paths.some((other) => other === path || other.startsWith(`${path}.`));
      for (const entry of entries)
        for (const field of Object.keys(entry))
          expect([`${name}.${exported.rows}.*.${field}`, known(`${exported.rows}.*.${field}`)]).toEqual([
            `${name}.${exported.rows}.*.${field}`,
            true,
          ]);
      if (at.in === 'list') continue;
      for (const doc of docs)
        for (const field of Object.keys(doc))
          if (field !== '_id') expect([`${name}.${field}`, known(field)]).toEqual([`${name}.${field}`, true]);
    }
  }
});

it('two records of one person become one: no check-in, book, sign-up or ticket is lost, though every second write is a run’s last; again changes nothing', async () => {
  const [from, to] = [memberId('cadre'), memberId('youth')];
  const queued = async () =>
    (await stack.db.events.find({}, { limit: 1000 })).flatMap((event) =>
      event.queue.some(({ m }) => m === from || m === to) ? [event._id] : [],
    );
  const events = await queued();
  const shelf = new Set(
    (await stack.db.shelf.find({}, { limit: 1000 }))
      .filter(({ memberId: m }) => m === from || m === to)
      .map(({ book }) => book.id),
  );
  const days = new Set(
    (await stack.db.checkins.find({}, { limit: 1000 }))
      .filter(({ memberId: m }) => m === from || m === to)
      .map(({ day }) => day),
  );
  const tickets = (await stack.db.feedback.find({}, { limit: 1000 }))
    .filter(({ memberId: m }) => m === from || m === to)
    .map(({ ticket }) => ticket);
  expect(await runKilled(mergeMembers, `${from}:${to}`)).toBe('merged');
  const check = async () => {
    expect(await tracesOf([from])).toEqual([]);
    expect(await queued()).toEqual(events);
    expect(new Set((await stack.db.shelf.find({ memberId: to }, { limit: 1000 })).map(({ book }) => book.id))).toEqual(
      shelf,
    );
    const merged = await stack.db.checkins.find({ memberId: to }, { limit: 1000 });
    expect(new Set(merged.map(({ day }) => day))).toEqual(days);
    expect(JSON.stringify(merged)).toContain('youth 的心得');
    expect(JSON.stringify(merged)).toContain('cadre 的心得');
    expect(
      (await stack.db.feedback.find({ memberId: to }, { limit: 1000 })).map(({ ticket }) => ticket).sort(),
    ).toEqual(tickets.sort());
    for (const event of await stack.db.events.find({}, { limit: 1000 })) {
      expect(event.queued).toBe(event.queue.length);
      expect(new Set(event.queue.map(({ m }) => m)).size).toBe(event.queued);
    }
  };
  await check();
  await runJob(mergeMembers, stack.db, noon(), `${from}:${to}`);
  await check();
  const reading = await stack.db.shelf.find({ memberId: to, status: 'reading' }, { limit: 1000 });
  const { desk } = await stack.call('youth', 'home.today', {});
  expect(desk.map(({ id }) => id).sort()).toEqual(reading.map(({ book }) => book.id).sort());
});

it.each(['youth', 'branch-secretary', 'admin'])(
  'of %s nothing is left after erasing but what is declared to stay; totals of others hold',
  async (who) => {
    const id = memberId(who);
    const [{ name = '' } = {}] = await stack.db.members.find({ _id: id }, { limit: 1 });
    const words = [id, openidOf(who), name];
    const before = await countsOf();
    const people = async () =>
      (await stack.db.events.find({}, { limit: 1000 }))
        .filter(({ deadline }) => deadline <= noon())
        .map(({ queued }) => queued);
    const past = await people();
    const own = async (collection: 'shelf' | 'checkins') =>
      (await stack.db[collection].find({}, { limit: 1000 })).filter(({ memberId: m }) => m === id).length;
    const gone = {
      members: 1,
      // That it was done, under what nobody can read.
      erasures: -1,
      ...(await ownCounts(stack, id)),
      shelf: await own('shelf'),
      checkins: await own('checkins'),
      books: await stack.db.books.count({ audience: id }),
      desks: await stack.db.desks.count({ _id: id }),
      cards: await stack.db.cards.count({ to: id }),
      joinRequests: await stack.db.joinRequests.count({ memberId: id }),
      transfers: await stack.db.transfers.count({ memberId: id }),
      rolehandovers: await stack.db.rolehandovers.count({ by: id }),
      merges: (await stack.db.merges.find({}, { limit: 1000 })).filter(({ fromId, toId }) =>
        [fromId, toId].includes(id),
      ).length,
    };
    expect(await tracesOf(words)).not.toEqual([]);
    const files = localFiles(stack.emulator.adminUrl);
    const stored = storedFiles();
    expect(await runJob(eraseMember, stack.db, noon(), id, files)).toBe('erased');
    // His picture and the file of his data.
    expect(stored - storedFiles()).toBe(gone.files + gone.exports);
    // It queues that the cards of orgs are made anew.
    expect(await stack.db.jobs.get(`recommended:${id}`)).toMatchObject({ state: 'due' });
    await runJob(recommendationJobs.recommended, stack.db, noon());
    await stack.db.jobs.remove({ _id: `recommended:${id}` });
    expect(await tracesOf(words)).toEqual([]);
    const after = await countsOf();
    for (const collection of names) {
      expect([collection, before[collection]! - after[collection]!]).toEqual([
        collection,
        collection in gone ? gone[collection as keyof typeof gone] : 0,
      ]);
    }
    expect(await people()).toEqual(past);
    expect(await runJob(eraseMember, stack.db, noon(), id)).toBe('erased');
    await stack.db.jobs.remove({ _id: `recommended:${id}` });
    expect(await countsOf()).toEqual(after);
  },
);
