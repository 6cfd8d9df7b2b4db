import { addRecent, RECENT_MAX } from '@/features/book/recent';

describe('recent searches', () => {
  it('puts the newest first without repeats', () => {
    expect(addRecent(['三体', '活着'], '活着')).toEqual(['活着', '三体']);
  });

  it('replaces the beginnings typed on the way', () => {
    expect(addRecent(['万历', '活着'], '万历十五年')).toEqual(['万历十五年', '活着']);
  });

  it('keeps an empty search out and the list short', () => {
    expect(addRecent(['活着'], '  ')).toEqual(['活着']);
    const many = Array.from({ length: 12 }, (_, index) => `书${index}`);
    expect(many.reduce<string[]>(addRecent, [])).toHaveLength(RECENT_MAX);
  });
});
