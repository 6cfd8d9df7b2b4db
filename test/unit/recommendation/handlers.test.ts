import { encodeCursor } from '../../../cloudfunctions/kernel/paging';
import { catalogue, command, openTown } from '../../support/domains';
import type { Town } from '../../support/domains';
import type { Gate } from '../../support/gated';

const NOW = Date.UTC(2026, 10, 23, 4);
const DAY = 86_400_000;
const [book] = catalogue(1);
const bookId = book?._id ?? '';
const words = { reason: '读来如对故人', questions: ['一问', '二问', '三问'], pointer: '先读第三章' };

async function open(gate: Gate = {}): Promise<Town> {
  const town = await openTown(NOW, gate);
  await town.db.books.addAll(catalogue(1));
  return town;
}
const creation = (number: number, publishAt?: number | null, orgId = 'eastBranch') => ({
  commandId: command(number),
  orgId,
  bookId,
  ...words,
  publishAt,
});
const create = async (town: Town, number: number, publishAt?: number | null) =>
  (await town.done('secretary', 'recommendation.create', creation(number, publishAt))).recommendation;

describe('writing', () => {
  it('sent twice is one recommendation with one reply, even after its time has come', async () => {
    const town = await open();
    const input = creation(1, NOW + DAY);
    const first = await town.done('secretary', 'recommendation.create', input);
    expect(first.recommendation).toMatchObject({ ...words, state: 'scheduled', version: 1, publishAt: NOW + DAY });
    expect(await town.done('secretary', 'recommendation.create', input)).toEqual(first);
    town.clock.now = NOW + 2 * DAY;
    const late = await town.done('secretary', 'recommendation.create', input);
    expect(late.recommendation).toEqual({ ...first.recommendation, state: 'published' });
    expect(await town.db.recommendations.count({})).toBe(1);
  });

  it('sent twice at once is out for both, though the clock of one is behind the other’s', async () => {
    const town = await open();
    const first = await town.done('secretary', 'recommendation.create', creation(1));
    expect(first.recommendation).toMatchObject({ state: 'published' });
    town.clock.now = NOW - 5;
    expect(await town.done('secretary', 'recommendation.create', creation(1))).toEqual(first);
  });

  it('refuses, naming the field, a time that has passed, a book that not everybody may see, and an unknown organisation', async () => {
    const town = await open();
    const { book: own } = await town.done('reader', 'book.add', {
      commandId: command(9),
      title: '私藏',
      author: '佚名',
    });
    for (const [input, code, path] of [
      [creation(1, NOW - 1), 'SCHEDULE_INVALID', 'publishAt'],
      [{ ...creation(1), bookId: own.id }, 'BOOK_NOT_FOUND', 'bookId'],
      [{ ...creation(1), bookId: 'b_nothing' }, 'BOOK_NOT_FOUND', 'bookId'],
      [creation(1, null, 'nowhere'), 'NOT_FOUND'],
      [creation(1, null, 'westBranch'), 'FORBIDDEN'],
    ] as const) {
      expect(await town.call('secretary', 'recommendation.create', input)).toMatchObject({
        ok: false,
        code,
        ...(path && { fields: [{ path }] }),
      });
    }
  });
});

describe('revising', () => {
  it('keeps the version that the writer saw from being lost, and takes a twin for what it is', async () => {
    const town = await open();
    const { id } = await create(town, 1);
    const input = (number: number) => ({
      commandId: command(number),
      id,
      version: 1,
      ...words,
      reason: `新荐语${number}`,
    });
    const replies = await Promise.all([2, 3].map((n) => town.call('secretary', 'recommendation.revise', input(n))));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ code: 'CONFLICT' });
    const twins = await Promise.all(
      [4, 4].map((n) => town.done('head', 'recommendation.revise', { ...input(n), version: 2 })),
    );
    expect(twins[0]).toEqual(twins[1]);
    expect(twins[0]?.recommendation).toMatchObject({ version: 3, reason: '新荐语4' });
    expect(await town.done('head', 'recommendation.revise', { ...input(4), version: 2 })).toEqual(twins[0]);
  });

  it('moves no time that has come', async () => {
    const town = await open();
    const { id, version } = await create(town, 1, NOW + DAY);
    const input = { commandId: command(2), id, version, ...words, publishAt: NOW + 2 * DAY };
    await town.done('secretary', 'recommendation.revise', input);
    town.clock.now = NOW + 3 * DAY;
    const later = { ...input, commandId: command(3), version: 2, publishAt: NOW + 5 * DAY };
    expect(await town.call('secretary', 'recommendation.revise', later)).toMatchObject({ code: 'ALREADY_PUBLISHED' });
  });

  it('withdraws and restores; a late twin of the withdrawal changes nothing', async () => {
    const town = await open();
    const { id } = await create(town, 1);
    const withdraw = { commandId: command(2), id, withdrawn: true };
    const reply = await town.done('secretary', 'recommendation.setWithdrawn', withdraw);
    expect(reply.recommendation.state).toBe('withdrawn');
    expect(await town.done('secretary', 'recommendation.setWithdrawn', withdraw)).toEqual(reply);
    expect(await town.call('reader', 'recommendation.get', { id })).toMatchObject({ code: 'NOT_FOUND' });
    await town.done('secretary', 'recommendation.setWithdrawn', { commandId: command(3), id, withdrawn: false });
    const late = await town.done('secretary', 'recommendation.setWithdrawn', withdraw);
    expect(late.recommendation.state).toBe('published');
  });

  it('an undo takes back the act that it names, once, and leaves alone what a colleague did since', async () => {
    const town = await open();
    const { id } = await create(town, 1);
    const set = (number: number, withdrawn: boolean, version?: number) =>
      town.call('secretary', 'recommendation.setWithdrawn', { commandId: command(number), id, withdrawn, version });
    await set(2, true);
    expect(await set(3, false, 2)).toMatchObject({ data: { recommendation: { state: 'published', version: 3 } } });
    expect(await set(3, false, 2)).toMatchObject({ data: { recommendation: { state: 'published', version: 3 } } });
    await set(4, true);
    await set(5, false);
    await set(6, true);
    expect(await set(7, false, 4)).toMatchObject({ code: 'CONFLICT', message: '之后又有人改过这条荐书，没有撤销。' });
    expect(await town.db.recommendations.get(id)).toMatchObject({ withdrawn: true, version: 6 });
  });

  it('is for organisers of its path only, and for what is there', async () => {
    const town = await open();
    const { id, version } = await create(town, 1);
    const revise = { commandId: command(2), id, version, ...words };
    const withdraw = { commandId: command(2), id, withdrawn: true };
    expect(await town.call('rival', 'recommendation.revise', revise)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await town.call('rival', 'recommendation.setWithdrawn', withdraw)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await town.call('secretary', 'recommendation.revise', { ...revise, id: 'r_x' })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('reading', () => {
  it('members of the subtree see it from its time on, with their own shelf; those outside never', async () => {
    const town = await open();
    const { id } = await create(town, 1, NOW + DAY);
    const get = (who: string) => town.call(who, 'recommendation.get', { id });
    expect(await get('reader')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await get('secretary')).toMatchObject({ ok: true, data: { mayEdit: true } });
    town.clock.now = NOW + DAY;
    await town.done('reader', 'shelf.move', { commandId: command(2), bookId, to: 'reading' });
    expect(await get('reader')).toMatchObject({ ok: true, data: { status: 'reading', mayEdit: false } });
    expect(town.trips()).toBe(3);
    expect(await get('neighbour')).toMatchObject({ ok: true, data: { status: null } });
    expect(await get('stranger')).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('lists what is visible, newest first, each once over all pages; mine with all states', async () => {
    const town = await open();
    for (let index = 0; index < 43; index += 1) {
      town.clock.now = NOW + Math.floor(index / 4);
      await create(town, index);
    }
    town.clock.now = NOW + DAY;
    await create(town, 50, NOW + 2 * DAY);
    const hidden = await create(town, 51);
    await town.done('secretary', 'recommendation.setWithdrawn', {
      commandId: command(60),
      id: hidden.id,
      withdrawn: true,
    });
    const walk = async (who: string, which: 'visible' | 'mine') => {
      const seen: { id: string; publishAt: number; state: string }[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await town.done(who, 'recommendation.list', { which, cursor });
        expect(town.trips()).toBe(2);
        seen.push(...page.items);
        if (page.next === null) return seen;
        cursor = page.next;
      }
    };
    const visible = await walk('reader', 'visible');
    expect(new Set(visible.map(({ id }) => id)).size).toBe(43);
    expect(visible).toHaveLength(43);
    expect(visible.every(({ state }) => state === 'published')).toBe(true);
    const times = visible.map(({ publishAt }) => publishAt);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect((await walk('secretary', 'mine')).map(({ state }) => state)).toEqual(
      expect.arrayContaining(['scheduled', 'withdrawn', 'published']),
    );
    expect(await walk('secretary', 'mine')).toHaveLength(45);
    expect(await walk('stranger', 'visible')).toEqual([]);
  });

  it('a forged cursor shows nothing of what is still to come', async () => {
    const town = await open();
    await create(town, 1, NOW + DAY);
    const cursor = encodeCursor([NOW + 10 * DAY, '']);
    expect((await town.done('reader', 'recommendation.list', { which: 'visible', cursor })).items).toEqual([]);
  });
});

it('killed before or after any database call and sent again, it ends as one clean run', async () => {
  const run = async (killed: number) => {
    const gate: Gate = {};
    const town = await open(gate);
    let calls = 0;
    gate.before = gate.after = () => {
      calls += 1;
      if (calls === killed) throw new Error('killed');
    };
    const certain = <T>(send: () => Promise<T>) => send().catch(send);
    const reply = await certain(() => town.done('secretary', 'recommendation.create', creation(1, NOW + DAY)));
    const { id } = reply.recommendation;
    const revision = { commandId: command(2), id, version: 1, ...words, reason: '改过' };
    await certain(() => town.done('secretary', 'recommendation.revise', revision));
    const withdraw = { commandId: command(3), id, withdrawn: true };
    await certain(() => town.done('secretary', 'recommendation.setWithdrawn', withdraw));
    gate.before = gate.after = undefined;
    const { cards, ...rest } = await town.dump();
    // How often the card was made is no part of the outcome.
    return { ...rest, cards: (cards as object[]).map((card) => ({ ...card, version: '' })) };
  };
  const wanted = await run(0);
  for (let killed = 1; killed <= 50; killed += 1) expect(await run(killed)).toEqual(wanted);
});
