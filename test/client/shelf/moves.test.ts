import { moveChoices, movedText } from '@/features/shelf/moves';

describe('moving a book on the shelf', () => {
  it('offers the likely next step first and removal last', () => {
    expect(moveChoices('want').map((choice) => choice.label)).toEqual(['开始读', '读完了', '移出书架']);
    expect(moveChoices('reading').map((choice) => choice.to)).toEqual(['finished', 'want', null]);
    expect(moveChoices('finished')[0]).toEqual({ label: '再读一遍', to: 'reading' });
  });

  it('never offers to stay where the book is', () => {
    for (const from of ['want', 'reading', 'finished'] as const)
      expect(moveChoices(from).map((choice) => choice.to)).not.toContain(from);
  });

  it('names the book and the place in what it says afterwards', () => {
    expect(movedText('活着', 'want')).toBe('《活着》已放进想读');
    expect(movedText('活着', 'reading')).toBe('《活着》已放进在读');
    expect(movedText('活着', 'finished')).toBe('《活着》读完了');
    expect(movedText('活着', null)).toBe('《活着》已移出书架');
  });
});
