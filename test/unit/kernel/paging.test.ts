import fc from 'fast-check';
import { decodeCursor, encodeCursor, pageOf } from '../../../cloudfunctions/kernel/paging';
import { above, atMost, between } from '../../../cloudfunctions/kernel/port';
import type { FeedbackDoc } from '../../../cloudfunctions/domains/feedback/collections';
import { memoryDatabase } from './memory';

const feedback = (id: string, at: number): FeedbackDoc => ({
  _id: id,
  memberId: 'm1',
  ticket: '',
  kind: 'complaint',
  text: '',
  at,
  replyBy: '20261130',
  reply: null,
});

const view = ({ _id }: FeedbackDoc) => _id;
const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4, unit: fc.constantFrom('a', 'b', 'c', 'd') }), {
  maxLength: 12,
});

describe('cursors', () => {
  it('are read back as they were written, and fit the contract', () => {
    const value = fc.oneof(fc.string({ maxLength: 80 }), fc.integer());
    fc.assert(
      fc.property(value, fc.string({ maxLength: 40 }), (sortValue, id) => {
        const cursor = encodeCursor([sortValue, id]);
        expect(decodeCursor(cursor)).toEqual([sortValue, id]);
        expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
      }),
    );
  });

  it.each([
    ['not base64url JSON', 'AAAA'],
    ['empty', ''],
    ['an object', Buffer.from('{"$ne":null}').toString('base64url')],
    ['an operator as value', Buffer.from('[{"$ne":null},"a"]').toString('base64url')],
    ['an operator as id', Buffer.from('[1,{"$ne":null}]').toString('base64url')],
    ['no id', Buffer.from('[1]').toString('base64url')],
    ['too many parts', Buffer.from('[1,"a","b"]').toString('base64url')],
    ['null', Buffer.from('[null,"a"]').toString('base64url')],
  ])('are refused when forged: %s', (_name, cursor) => {
    expect(() => decodeCursor(cursor)).toThrow('翻页位置有误');
  });
});

describe('pages', () => {
  it('give every document once and in order, ties included, whatever the size', async () => {
    await fc.assert(
      fc.asyncProperty(
        ids,
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(1 as const, -1 as const),
        async (names, times, size, direction) => {
          const { db } = memoryDatabase();
          const docs = names.map((name, index) => feedback(name, times[index] ?? 0));
          for (const doc of docs) await db.feedback.add(doc);
          const seen: string[] = [];
          let cursor: string | undefined;
          do {
            const page = await pageOf(db.feedback, { memberId: 'm1' }, { sort: ['at', direction], cursor, size, view });
            expect(page.items.length).toBeLessThanOrEqual(size);
            seen.push(...page.items);
            cursor = page.next ?? undefined;
          } while (cursor !== undefined);
          const byId = (one: string, other: string) => (one < other ? -1 : 1);
          const inOrder = [...docs].sort((a, b) => (a.at - b.at) * direction || byId(a._id, b._id)).map(view);
          expect(seen).toEqual(inOrder);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('show nothing twice and leave nothing out when the list grows at its head in between', async () => {
    const { db } = memoryDatabase();
    for (const at of [1, 2, 3, 4]) await db.feedback.add(feedback(`f${at}`, at));
    const options = { sort: ['at', -1] as const, size: 2, view };
    const first = await pageOf(db.feedback, {}, { ...options, cursor: undefined });
    await db.feedback.add(feedback('f5', 5));
    const second = await pageOf(db.feedback, {}, { ...options, cursor: first.next ?? undefined });
    expect([...first.items, ...second.items]).toEqual(['f4', 'f3', 'f2', 'f1']);
    expect(second.next).toBeNull();
  });

  it('cannot be led out of their list by a forged cursor', async () => {
    const { db } = memoryDatabase();
    await db.feedback.add(feedback('mine', 1));
    await db.feedback.add({ ...feedback('other', 2), memberId: 'm2' });
    const cursor = encodeCursor([Number.MAX_SAFE_INTEGER, '']);
    const page = await pageOf(db.feedback, { memberId: 'm1' }, { sort: ['at', -1], cursor, size: 5, view });
    expect(page.items).toEqual(['mine']);
  });

  it.each([
    ['ascending', 1 as const, above(2), 0, ['f3', 'f4']],
    ['descending', -1 as const, atMost(2), 9, ['f2', 'f1']],
  ])('keep the list’s own bound under a forged cursor, %s', async (_name, direction, own, forged, expected) => {
    const { db } = memoryDatabase();
    for (const at of [1, 2, 3, 4]) await db.feedback.add(feedback(`f${at}`, at));
    const cursor = encodeCursor([forged, '']);
    const page = await pageOf(db.feedback, { at: own }, { sort: ['at', direction], cursor, size: 5, view });
    expect(page.items).toEqual(expected);
  });

  it.each([
    ['ascending', 1 as const, ['f2', 'f3'], 0],
    ['descending', -1 as const, ['f3', 'f2'], 9],
  ])(
    'stay between two bounds from page to page, and under a forged cursor, %s',
    async (_name, direction, expected, far) => {
      const { db } = memoryDatabase();
      for (const at of [1, 2, 3, 4]) await db.feedback.add(feedback(`f${at}`, at));
      const options = { sort: ['at', direction] as const, size: 1, view };
      const bounded = { at: between(2, 3) };
      const first = await pageOf(db.feedback, bounded, { ...options, cursor: undefined });
      const second = await pageOf(db.feedback, bounded, { ...options, cursor: first.next ?? undefined });
      expect([...first.items, ...second.items]).toEqual(expected);
      expect(second.next).toBeNull();
      const forged = await pageOf(db.feedback, bounded, { ...options, cursor: encodeCursor([far, '']), size: 5 });
      expect(forged.items).toEqual(expected);
      const other = { ...options, cursor: encodeCursor(['zzz', '']) };
      await expect(pageOf(db.feedback, bounded, other)).rejects.toThrow('翻页位置有误');
    },
  );

  it('refuse a cursor of another kind than the list’s own bound', async () => {
    const { db } = memoryDatabase();
    const options = { sort: ['at', -1] as const, cursor: encodeCursor(['zzz', '']), size: 5, view };
    await expect(pageOf(db.feedback, { at: atMost(2) }, options)).rejects.toThrow('翻页位置有误');
  });

  it('go on behind the cursor when the list has a bound of its own', async () => {
    const { db } = memoryDatabase();
    for (const at of [1, 2, 3, 4]) await db.feedback.add(feedback(`f${at}`, at));
    const options = { sort: ['at', 1] as const, size: 1, view };
    const first = await pageOf(db.feedback, { at: above(1) }, { ...options, cursor: undefined });
    const second = await pageOf(db.feedback, { at: above(1) }, { ...options, cursor: first.next ?? undefined });
    expect([...first.items, ...second.items]).toEqual(['f2', 'f3']);
  });

  it('sort by a field below another', async () => {
    const { db } = memoryDatabase();
    const reply = (at: number) => ({ text: '', at, by: 'm2' });
    for (const at of [3, 1, 2]) await db.feedback.add({ ...feedback(`f${at}`, 0), reply: reply(at) });
    const options = { sort: ['reply.at', 1] as const, size: 2, view };
    const first = await pageOf(db.feedback, {}, { ...options, cursor: undefined });
    const second = await pageOf(db.feedback, {}, { ...options, cursor: first.next ?? undefined });
    expect([...first.items, ...second.items]).toEqual(['f1', 'f2', 'f3']);
  });
});
