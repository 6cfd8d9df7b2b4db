import type { FormField } from '@contract/actions/event';
import { missingAnswers, prefill, remember, REMEMBERED_MAX, toAnswerList } from '@/features/event/answers';

const name: FormField = { id: 'q1', label: '朗诵篇目', kind: 'text', required: true, options: [] };
const size: FormField = { id: 'q2', label: '衣服尺码', kind: 'choice', required: false, options: ['M', 'L'] };

describe('answers known from earlier forms', () => {
  it('fill the same question of another event', () => {
    const remembered = remember({}, [name, size], { q1: '将进酒', q2: 'L' });
    const elsewhere: FormField[] = [
      { ...size, id: 'q1' },
      { ...name, id: 'q7', label: '朗诵篇目：' },
    ];
    expect(prefill(elsewhere, remembered)).toEqual({ q1: 'L', q7: '将进酒' });
  });

  it('leave a choice open that is no longer offered', () => {
    expect(prefill([{ ...size, options: ['S', 'M'] }], { 衣服尺码: 'L' })).toEqual({});
  });

  it('are not forgotten when a later form is left empty', () => {
    expect(remember({ 朗诵篇目: '将进酒' }, [name], { q1: '  ' })).toEqual({ 朗诵篇目: '将进酒' });
  });

  it('are replaced by newer ones, and the oldest go first', () => {
    let remembered = {};
    for (let number = 0; number <= REMEMBERED_MAX; number += 1)
      remembered = remember(remembered, [{ ...name, label: `问题${number}` }], { q1: String(number) });
    expect(Object.keys(remembered)).toHaveLength(REMEMBERED_MAX);
    expect(remembered).not.toHaveProperty('问题0');
    expect(remember({ 朗诵篇目: '旧' }, [name], { q1: '新' })).toEqual({ 朗诵篇目: '新' });
  });
});

describe('a filled form', () => {
  it('names what is required and still empty', () => {
    expect(missingAnswers([name, size], { q1: ' ' })).toEqual({ q1: '请填写' });
    expect(missingAnswers([{ ...size, required: true }], {})).toEqual({ q2: '请选一项' });
    expect(missingAnswers([name, size], { q1: '将进酒' })).toEqual({});
  });

  it('sends only what was answered, trimmed', () => {
    expect(toAnswerList([name, size], { q1: ' 将进酒 ', q2: '' })).toEqual([{ fieldId: 'q1', value: '将进酒' }]);
  });
});
