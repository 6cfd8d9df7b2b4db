import fc from 'fast-check';
import { render } from '@testing-library/react';
import { lengthOf } from '@contract/graphemes';
import { tones, type Tone } from '@contract/domains/book/constants';
import { Cover } from '@/shared/ui/Cover/Cover';
import { coverName, labelOf, markOf } from '@/shared/ui/Cover/title';
import { tonesBeside } from '@/shared/ui/Cover/tones';

const shelf = fc.array(fc.constantFrom(...tones), { size: 'max', maxLength: 40 });
const given = (own: readonly Tone[], apart?: number) =>
  tonesBeside(
    own.map((tone) => ({ tone })),
    apart,
  );
/** How many books of a row must give up their tone: every second one of those that are alike. */
const fewest = (own: readonly Tone[]): number => {
  let run = 0;
  return own.reduce((sum, tone, index) => {
    run = tone === own[index - 1] ? run + 1 : 1;
    return sum + (run > 1 && run % 2 === 0 ? 1 : 0);
  }, 0);
};

describe('the tones of covers side by side', () => {
  it('never has two neighbours of one tone, whatever tones the books have', () => {
    fc.assert(
      fc.property(shelf, (own) => {
        const shown = given(own);
        expect(shown).toHaveLength(own.length);
        shown.forEach((tone, index) => expect(tone).not.toBe(shown[index + 1]));
      }),
    );
  });

  it('leaves every book its own tone that can keep it', () => {
    fc.assert(
      fc.property(shelf, (own) => {
        const shown = given(own);
        expect(shown.filter((tone, index) => tone !== own[index])).toHaveLength(fewest(own));
      }),
    );
  });

  it('in rows of up to three differs to the side and below', () => {
    fc.assert(
      fc.property(shelf, fc.integer({ min: 1, max: 3 }), (own, columns) => {
        const shown = given(own, 3);
        shown.forEach((tone, index) => {
          if ((index + 1) % columns > 0) expect(tone).not.toBe(shown[index + 1]);
          expect(tone).not.toBe(shown[index + columns]);
        });
      }),
    );
  });

  it('is the same each time, so that no cover changes while one looks', () => {
    fc.assert(fc.property(shelf, (own) => expect(given(own)).toEqual(given(own))));
  });
});

describe('the label of a cover', () => {
  it('leaves the subtitle to the words beside it', () => {
    expect(labelOf('人类简史：从动物到上帝').text).toBe('人类简史');
    expect(labelOf('活着').text).toBe('活着');
    expect(labelOf('（未命名）').text).toBe('（未命名）');
  });

  it('holds any title in at most four columns that are about equally long', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), (length) => {
        const { text, rows } = labelOf('书'.repeat(length));
        const columns = Math.ceil(lengthOf(text) / rows);
        expect(columns).toBeLessThanOrEqual(4);
        expect(rows).toBeLessThanOrEqual(7);
        expect(columns * rows - lengthOf(text)).toBeLessThan(columns);
        expect(text.endsWith('…')).toBe(length > 28);
      }),
    );
  });

  it.each([
    ['活着', 'few'],
    ['1984', 'few'],
    ['我在故宫修文物', 'many'],
    ['C++ 程序设计', 'many'],
    ['The Old Man and the Sea', 'words'],
  ])('sets %s as %s', (title, set) => expect(labelOf(title).set).toBe(set));

  it('on a small cover is the first character that is no sign', () => {
    expect(['《红楼梦》', '“急不得”', 'the sea', '1984', '……'].map(markOf)).toEqual(['红', '急', 'T', '1', '…']);
  });
});

describe('what a cover says', () => {
  it('begins with the words that stand on it, so that who speaks to the phone can name them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), (title) => {
        expect(coverName(title, '佚名').startsWith(`${labelOf(title).text} 佚名`)).toBe(true);
        expect(coverName(title, '佚名')).toContain(title);
      }),
    );
    expect(coverName('三体：黑暗森林', '刘慈欣')).toBe('三体 刘慈欣，《三体：黑暗森林》');
  });

  it('is not said again where the words stand beside it', () => {
    render(<Cover title="活着" author="余华" tone="ink" />);
    expect(document.querySelector('.sx-cover')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('small, shows one character and nothing that is too small to be read', () => {
    const { container } = render(<Cover title="万历十五年" author="黄仁宇" tone="ink" size="s" />);
    expect(container.textContent).toBe('万');
  });
});
