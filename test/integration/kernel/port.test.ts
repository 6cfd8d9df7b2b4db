import { above, all, among, atMost, below, between, noneOf, not } from '../../../cloudfunctions/kernel/port';
import type { BookDoc } from '../../../cloudfunctions/domains/book/collections';
import type { FeedbackDoc } from '../../../cloudfunctions/domains/feedback/collections';
import type { LimitDoc } from '../../../cloudfunctions/kernel/collections';
import { pageOf } from '../../../cloudfunctions/kernel/paging';
import type { Stack } from '../../support/stack';
import { startStack } from '../../support/stack';

/* The database port over the real SDK: what domain code may rely on. */

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const feedback = (id: string, extra: Partial<FeedbackDoc> = {}): FeedbackDoc => ({
  _id: id,
  memberId: 'm1',
  ticket: 't',
  kind: 'complaint',
  text: 'x',
  at: 1,
  replyBy: '20261130',
  reply: null,
  ...extra,
});
const limit = (id: string, count: number): LimitDoc => ({ _id: id, count, expiresAt: 1 });

describe('add', () => {
  it('is false for an id or a unique key that is there already, and changes nothing then', async () => {
    const { members, limits } = stack.db;
    const member = { name: 'a', orgIds: [], scope: [], grants: [], disabled: false, joinedAt: 1 };
    expect(await members.add({ _id: 'm1', openid: 'o1', ...member })).toBe(true);
    expect(await members.add({ _id: 'm2', openid: 'o1', ...member })).toBe(false);
    expect(await members.add({ _id: 'm1', openid: 'o2', ...member })).toBe(false);
    expect(await members.count({})).toBe(1);
    const added = await Promise.all(Array.from({ length: 20 }, (_, index) => limits.add(limit('same', index))));
    expect(added.filter(Boolean)).toHaveLength(1);
  });

  it('throws what is not a duplicate', async () => {
    await expect(stack.db.limits.add({ ...limit('bad', 1), $where: 1 } as LimitDoc)).rejects.toThrow();
  });
});

describe('get and find', () => {
  it('give documents as they were stored, null and nested values included', async () => {
    const doc = feedback('g1', { reply: { text: '好', at: 5, by: 'm2' }, text: '“引号”\n😀' });
    await stack.db.feedback.add(doc);
    expect(await stack.db.feedback.get('g1')).toEqual(doc);
    expect(await stack.db.feedback.get('none')).toBeUndefined();
  });

  it('understand every condition', async () => {
    const books = stack.db.books;
    const book = (id: string, terms: string[], addedAt: number): BookDoc => ({
      _id: id,
      title: id,
      author: '',
      publisher: null,
      isbn: null,
      tone: 'ink',
      terms,
      audience: 'all',
      addedAt,
    });
    for (const [index, terms] of [['a', 'b'], ['b', 'c'], ['c']].entries()) {
      await books.add(book(`k${index}`, terms, index));
    }
    const found = async (query: Parameters<typeof books.find>[0]) =>
      (await books.find(query, { sort: [['_id', 1]], limit: 10 })).map(({ _id }) => _id);
    expect(await found({ terms: 'b' })).toEqual(['k0', 'k1']);
    expect(await found({ terms: all(['b', 'c']) })).toEqual(['k1']);
    expect(await found({ _id: among(['k0', 'k2', 'none']) })).toEqual(['k0', 'k2']);
    expect(await found({ _id: noneOf(['k0']) })).toEqual(['k1', 'k2']);
    expect(await found({ addedAt: not(1) })).toEqual(['k0', 'k2']);
    expect(await found({ addedAt: between(1, 2) })).toEqual(['k1', 'k2']);
    expect(await found({ addedAt: above(1), isbn: null })).toEqual(['k2']);
    expect(await found({ addedAt: atMost(2), anyOf: [{ addedAt: below(1) }, { _id: above('k1') }] })).toEqual([
      'k0',
      'k2',
    ]);
    expect(await found({ publisher: 'x' })).toEqual([]);
  });

  it('bring back only the fields asked for, in the order asked for', async () => {
    for (const [id, at] of [
      ['s1', 5],
      ['s2', 7],
      ['s3', 5],
    ] as const) {
      await stack.db.feedback.add(feedback(id, { memberId: 'sorted', at }));
    }
    const rows = await stack.db.feedback.find(
      { memberId: 'sorted' },
      {
        sort: [
          ['at', -1],
          ['_id', 1],
        ],
        limit: 2,
        skip: 1,
        fields: ['at'],
      },
    );
    expect(rows).toEqual([
      { _id: 's1', at: 5 },
      { _id: 's3', at: 5 },
    ]);
  });
});

describe('update', () => {
  it('replaces a value whole instead of merging it', async () => {
    await stack.db.feedback.add(feedback('u1', { reply: { text: 'old', at: 1, by: 'm9' } }));
    const reply = { text: 'new', at: 2 };
    await stack.db.feedback.update({ _id: 'u1' }, { set: { reply } });
    expect((await stack.db.feedback.get('u1'))?.reply).toEqual(reply);
    await stack.db.feedback.update({ _id: 'u1' }, { set: { reply: null } });
    expect((await stack.db.feedback.get('u1'))?.reply).toBeNull();
  });

  it('counts what it changed, and changes all that match', async () => {
    for (const id of ['n1', 'n2']) await stack.db.limits.add({ ...limit(id, 1), expiresAt: 77 });
    expect(await stack.db.limits.update({ expiresAt: 77, count: 1 }, { inc: { count: 2 } })).toBe(2);
    expect(await stack.db.limits.update({ expiresAt: 77, count: 1 }, { inc: { count: 2 } })).toBe(0);
  });

  it('changes exactly one of the documents that a conditional update races for', async () => {
    await stack.db.feedback.add(feedback('race'));
    const claims = Array.from({ length: 20 }, (_, index) =>
      stack.db.feedback.updateOne(
        { _id: 'race', reply: null },
        { set: { reply: { text: `r${index}`, at: 1, by: 'm' } } },
      ),
    );
    expect((await Promise.all(claims)).filter((doc) => doc !== undefined)).toHaveLength(1);
  });

  it('gives back the document as it is afterwards, each increment another number', async () => {
    await stack.db.limits.add(limit('inc', 0));
    const counted = await Promise.all(
      Array.from({ length: 20 }, () => stack.db.limits.updateOne({ _id: 'inc' }, { inc: { count: 1 } })),
    );
    expect(counted.map((doc) => doc?.count).sort((a = 0, b = 0) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect(await stack.db.limits.updateOne({ _id: 'none' }, { inc: { count: 1 } })).toBeUndefined();
  });

  it('pushes, keeps the last ones, pulls by value and by field, adds once', async () => {
    const { books, events } = stack.db;
    await events.add({ _id: 'e1', queue: [{ m: 'a' }, { m: 'b' }], commands: ['1', '2'] } as never);
    await events.update(
      { _id: 'e1' },
      { push: { commands: { items: ['3', '4'], keepLast: 3 } }, pull: { queue: { m: 'a' } } },
    );
    await events.update({ _id: 'e1' }, { pull: { commands: '3' } });
    expect(await events.get('e1')).toMatchObject({ queue: [{ m: 'b' }], commands: ['2', '4'] });
    await books.add({ _id: 'set', terms: ['p'] } as never);
    await books.update({ _id: 'set' }, { addToSet: { terms: ['p', 'q'] } });
    expect((await books.get('set'))?.terms).toEqual(['p', 'q']);
    await books.update({ _id: 'set' }, { unset: ['terms'] });
    expect(await books.get('set')).toEqual({ _id: 'set' });
  });
});

describe('addAll and remove', () => {
  it('add everything or nothing', async () => {
    const { limits } = stack.db;
    await limits.addAll(Array.from({ length: 450 }, (_, index) => limit(`all${index}`, 7000)));
    expect(await limits.count({ count: 7000 })).toBe(450);
    const clash = [...Array.from({ length: 250 }, (_, index) => limit(`more${index}`, 7001)), limit('all0', 7001)];
    await expect(limits.addAll(clash)).rejects.toThrow();
    expect(await limits.count({ count: 7001 })).toBe(0);
    expect(await limits.remove({ count: 7000 })).toBe(450);
  });
});

describe('a page', () => {
  it('is one round trip through the declared index, on every page', async () => {
    for (let index = 0; index < 30; index += 1) {
      await stack.db.feedback.add(feedback(`p${index}`, { memberId: 'paged', at: Math.floor(index / 4) }));
    }
    stack.emulator.calls.clear();
    const seen: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await pageOf(
        stack.db.feedback,
        { memberId: 'paged' },
        { sort: ['at', -1], cursor, size: 7, view: ({ _id }) => _id },
      );
      seen.push(...page.items);
      cursor = page.next ?? undefined;
      pages += 1;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(30);
    const calls = stack.emulator.calls.recentDatabase();
    expect(calls).toHaveLength(pages);
    for (const call of calls) {
      expect(call.index).toBe('member_at');
      // Seven and the one that tells whether there is more, and at most the ties of the last position.
      expect(call.examined).toBeLessThanOrEqual(8 + 4);
    }
  });
});
