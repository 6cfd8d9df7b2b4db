import { movedText, nextStep } from '@/features/shelf/moves';

describe('moving a book on the shelf', () => {
  it('goes one step on at a time, and from the end to the beginning of another reading', () => {
    expect(nextStep(null).to).toBe('want');
    expect(nextStep('want')).toEqual({ label: '开始读', to: 'reading' });
    expect(nextStep('reading')).toEqual({ label: '读完了', to: 'finished' });
    expect(nextStep('finished')).toEqual({ label: '再读一遍', to: 'reading' });
  });

  it('names the book and the place in what it says afterwards', () => {
    expect(movedText('活着', 'want')).toBe('《活着》已放进想读');
    expect(movedText('活着', 'reading')).toBe('《活着》已放进在读');
    expect(movedText('活着', 'finished')).toBe('《活着》读完了');
    expect(movedText('活着', null)).toBe('《活着》已移出书架');
  });
});
