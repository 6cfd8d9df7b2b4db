import fc from 'fast-check';
import { difference } from '@/features/moderation/difference';
import { markedIn } from '@/features/moderation/marking';
import { besideStanding } from '@/features/moderation/pairs';

const marked = (text: string, words: string[]) =>
  markedIn(text, words)
    .filter((stretch) => stretch.marked)
    .map((stretch) => stretch.text);

describe('words that the list found, in a text', () => {
  it('are marked whatever their width, case and the signs between them', () => {
    expect(marked('想来的加 微-信 shi，或 加ＱＱ', ['加微信', '加qq'])).toEqual(['加 微-信', '加ＱＱ']);
  });

  it('leave the text as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ minLength: 1 })), (text, words) => {
        expect(
          markedIn(text, words)
            .map((stretch) => stretch.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('mark nothing where there is no letter in a word', () => {
    expect(marked('——', ['——'])).toEqual([]);
  });
});

describe('what an edit changes', () => {
  const line = (before: string, after: string) =>
    difference(before, after).map(({ text, kind }) => ({ same: text, gone: `-${text}`, new: `+${text}` })[kind]);

  it('is told in whole words, not in characters that agree by chance', () => {
    expect(line('周三晚上在二楼读诗', '周五晚上在三楼读诗')).toEqual([
      '周',
      '-三',
      '+五',
      '晚上在',
      '-二',
      '+三',
      '楼读诗',
    ]);
    expect(line('读一本好书', '念一首好诗')).toEqual(['-读一本好书', '+念一首好诗']);
  });

  it('holds both versions whole, in order', () => {
    const word = fc.string({ unit: fc.constantFrom('读', '书', '会', 'a', '。'), maxLength: 12 });
    fc.assert(
      fc.property(word, word, (before, after) => {
        const changes = difference(before, after);
        const of = (left: string) =>
          changes
            .filter(({ kind }) => kind !== left)
            .map(({ text }) => text)
            .join('');
        expect([of('new'), of('gone')]).toEqual([before, after]);
      }),
    );
  });

  it('of two long texts that have nothing in common is told as a whole', () => {
    const [before, after] = ['甲'.repeat(1200), '乙'.repeat(1200)];
    expect(difference(before, after)).toEqual([
      { text: before, kind: 'gone' },
      { text: after, kind: 'new' },
    ]);
  });
});

describe('parts beside what stands', () => {
  const part = (label: string, text: string) => ({ label, text });

  it('go by the names of their fields; what is new has nothing beside it, what was emptied is there', () => {
    expect(besideStanding([part('一', 'a'), part('二', 'b')], [part('二', 'c'), part('三', 'd')])).toEqual([
      { ...part('一', 'a'), before: '' },
      { ...part('二', 'b'), before: 'c' },
      { ...part('三', ''), before: 'd' },
    ]);
  });

  it('stand alone where there is nothing yet; a single one is compared whatever it is called', () => {
    expect(besideStanding([part('姓名', '林晓')], [])).toEqual([part('姓名', '林晓')]);
    expect(besideStanding([part('姓名', '林小晓')], [part('现在的姓名', '林晓')])).toEqual([
      { ...part('姓名', '林小晓'), before: '林晓' },
    ]);
  });
});
