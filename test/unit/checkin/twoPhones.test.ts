import fc from 'fast-check';
import { act, bookId, open, perform, remove, shown, submit, undo, type Act, type Fact, type Plain } from './acts';

jest.setTimeout(60_000);

describe('two phones, one of them behind', () => {
  it('an undo on the second leaves the words of the first, and says that it did', async () => {
    const town = await open();
    await submit(town, 1, { book: 0 });
    await submit(town, 2, { book: 0, note: '第一部手机写的' });
    await submit(town, 3, { book: 0 });
    expect(await undo(town, 4, 3, 'tap')).toMatchObject({ undone: false });
    expect(await shown(town)).toMatchObject([{ lines: [{ note: '第一部手机写的' }] }]);
  });

  it('a record stands as long as one tap for it does, in whatever order they are undone', async () => {
    for (const [first, second] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const town = await open();
      await submit(town, 1, { book: 0 });
      await submit(town, 2, { book: 0 });
      expect((await undo(town, 3, first, 'tap')).undone).toBe(false);
      expect(await shown(town)).toHaveLength(1);
      expect((await undo(town, 4, second, 'tap')).undone).toBe(true);
      expect(await shown(town)).toEqual([]);
    }
  });

  it('a line that was put down anew is not replaced by the one removed before', async () => {
    const town = await open();
    await submit(town, 1, { book: 0, note: '旧' });
    await remove(town, 2);
    await submit(town, 3, { book: 0, note: '新' });
    expect(await undo(town, 4, 2, 'removal')).toMatchObject({ undone: false });
    expect(await shown(town)).toMatchObject([{ lines: [{ note: '新' }] }]);
  });

  it('any sequence of both ends as a plain model says, with every command delivered twice and again late', async () => {
    const acts: fc.Arbitrary<Act[]> = fc.array(
      fc.oneof(act, fc.record({ do: fc.constant('undo' as const), of: fc.nat(30) })),
      {
        maxLength: 25,
      },
    );
    await fc.assert(
      fc.asyncProperty(acts, fc.nat(40), async (sequence, late) => {
        const town = await open();
        const model = new Model();
        const sent: (() => Promise<unknown>)[] = [];
        for (const [number, one] of sequence.entries()) {
          const target = one.do === 'undo' ? sequence[one.of] : undefined;
          if (one.do === 'undo') {
            if (target === undefined || target.do === 'undo' || target.do === 'submit' || one.of >= number) continue;
            const what = target.do === 'tap' ? 'tap' : 'removal';
            sent.push(() => undo(town, number, one.of, what, target.book));
            expect(await sent.at(-1)?.()).toMatchObject({ undone: model.undo(one.of, what, target.book) });
          } else {
            sent.push(() => perform(town, number, one));
            model.perform(number, one);
          }
          const reply = await sent.at(-1)?.();
          expect(await sent.at(-1)?.()).toEqual(reply);
          await sent[late % sent.length]?.();
        }
        const lines = (await shown(town)).flatMap((day) => day.lines);
        expect(Object.fromEntries(lines.map((line) => [line.book.id, [line.pages, line.note]]))).toEqual(model.shown());
      }),
      { numRuns: 150 },
    );
  });
});

/** What a reader with two phones expects. */
class Model {
  private lines = new Map<number, { pages: number | null; note: string | null; stands: Set<number | 'words'> }>();
  private removed = new Map<number, { by: number; line: ReturnType<Model['lines']['get']> }>();

  perform(number: number, one: Plain): void {
    if (one.do === 'remove') {
      const line = this.lines.get(one.book);
      if (line) this.removed.set(one.book, { by: number, line });
      this.lines.delete(one.book);
      return;
    }
    const fact: Fact = one.do === 'tap' ? { book: one.book } : one.fact;
    const line = this.lines.get(fact.book) ?? { pages: null, note: null, stands: new Set() };
    line.stands.add(fact.pages === undefined && fact.note === undefined ? number : 'words');
    if (fact.pages !== undefined) line.pages = fact.pages;
    if (fact.note !== undefined) line.note = fact.note;
    this.lines.set(fact.book, line);
  }

  undo(of: number, what: 'tap' | 'removal', at: number): boolean {
    const line = this.lines.get(at);
    if (what === 'tap') {
      const alone = line?.stands.delete(of) === true && line.stands.size === 0;
      return alone && this.lines.delete(at);
    }
    const removed = this.removed.get(at);
    if (line || removed?.by !== of || !removed.line) return false;
    this.lines.set(at, removed.line);
    return this.removed.delete(at);
  }

  shown = () => Object.fromEntries([...this.lines].map(([at, { pages, note }]) => [bookId(at), [pages, note]]));
}
