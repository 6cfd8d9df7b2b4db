import Taro from '@tarojs/taro';
import fc from 'fast-check';
import { act, fireEvent, screen } from '@testing-library/react';
import { Fold } from '@/shared/ui/Fold/Fold';
import { isLong, linesOf } from '@/shared/ui/Fold/lines';
import { chooseType } from '@/shared/ui/Page/type-scale';
import { freshPhone, show } from '../support/screen';

/** Characters in a line of 17 pixels on a phone of 390, without the margins. */
const LINE = 20;
const LONG = '读'.repeat(LINE * 10);
const shown = () => document.querySelector('.sx-fold');

beforeEach(() => freshPhone());
afterEach(() => act(() => chooseType(0)));

describe('a long text', () => {
  it('is cut after eight lines; 展开 shows it whole, and both are said', () => {
    show(<Fold text={LONG} size={17} />);
    expect(shown()?.getAttribute('data-style')).toBe('-webkit-line-clamp:8');
    const more = screen.getByRole('button', { name: '展开' });
    expect(more.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(more);
    expect(shown()?.className).not.toContain('cut');
    const less = screen.getByRole('button', { name: '收起' });
    expect(less.getAttribute('aria-expanded')).toBe('true');
    fireEvent.click(less);
    expect(shown()?.className).toContain('sx-fold--cut');
  });

  it('is in the page whole while it is cut, for whoever has it read out', () => {
    show(<Fold text={LONG} size={17} />);
    expect(shown()?.textContent).toBe(LONG);
  });

  it('is folded in an old WeChat as well, which does not tell the width', () => {
    const untold = jest.spyOn(Taro, 'getWindowInfo').mockImplementation(() => {
      throw new TypeError('getWindowInfo is not a function');
    });
    show(<Fold text={LONG} size={17} />);
    expect(screen.getByRole('button', { name: '展开' })).toBeTruthy();
    untold.mockRestore();
  });

  it('is one sooner in large type', () => {
    const text = LONG.slice(0, LINE * 8);
    const usual = show(<Fold text={text} size={17} />);
    expect(screen.queryByRole('button')).toBeNull();
    usual.unmount();
    act(() => chooseType(1.5));
    show(<Fold text={text} size={17} />);
    expect(screen.getByRole('button', { name: '展开' })).toBeTruthy();
  });
});

describe('a text that is not long', () => {
  it('has nothing to tap, and is never cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: LINE * 4 }), (text) => {
        const view = show(<Fold text={text} size={17} />);
        const cut = shown()?.className.includes('sx-fold--cut');
        expect(cut).toBe(screen.queryByRole('button') !== null);
        view.unmount();
      }),
      { numRuns: 50 },
    );
  });

  it('is left whole where opening would show a line more', () => {
    expect(isLong('读'.repeat(LINE * 9), 8, LINE)).toBe(false);
    expect(isLong('读'.repeat(LINE * 9 + 1), 8, LINE)).toBe(true);
  });
});

describe('counting lines', () => {
  it('takes every line break for one, and half of a Chinese character for a letter', () => {
    expect(linesOf('', LINE)).toBe(1);
    expect(linesOf('一\n\n二', LINE)).toBe(3);
    expect(linesOf('读'.repeat(LINE), LINE)).toBe(1);
    expect(linesOf('a'.repeat(LINE * 2), LINE)).toBe(1);
    expect(linesOf('a'.repeat(LINE * 2 + 1), LINE)).toBe(2);
  });

  it('never has fewer for more text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 0, max: 40 }), (text, more, perLine) => {
        expect(linesOf(text + more, perLine)).toBeGreaterThanOrEqual(linesOf(text, perLine));
      }),
    );
  });
});
