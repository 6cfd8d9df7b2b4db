import type { FormField } from '@contract/shared/participation';
import { answerErrors, prefill, remember, REMEMBERED_MAX, toAnswerList } from '@/shared/participation/answers';

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

  it('are texts only: what an older version of the app left of another kind fills nothing and breaks nothing', () => {
    const left = { 朗诵篇目: 5, 衣服尺码: ['L'], length: null } as unknown as Record<string, string>;
    expect(prefill([name, size, { ...name, id: 'q3', label: 'length' }], left)).toEqual({});
    expect(prefill([{ ...name, label: 'length' }], 'text' as never)).toEqual({});
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
    expect(answerErrors([name, size], { q1: ' ' })).toEqual({ q1: '请填写' });
    expect(answerErrors([{ ...size, required: true }], {})).toEqual({ q2: '请选一项' });
    expect(answerErrors([name, size], { q1: '将进酒' })).toEqual({});
  });

  it('sends only what was answered, trimmed', () => {
    expect(toAnswerList([name, size], { q1: ' 将进酒 ', q2: '' })).toEqual([{ fieldId: 'q1', value: '将进酒' }]);
  });

  it('says what the server would refuse before it is sent', () => {
    expect(answerErrors([name], { q1: '将\ufffd酒' })).toEqual({ q1: '回答里有乱码，请重新填写' });
    expect(answerErrors([name], { q1: '\u200b' })).toEqual({ q1: '请填写' });
    expect(answerErrors([name], { q1: '𠮷'.repeat(100) })).toEqual({});
    expect(toAnswerList([name], { q1: '\u200be\u0301\v' })).toEqual([{ fieldId: 'q1', value: 'é' }]);
  });
});

describe('a question or field that has the name of something every object has', () => {
  const names = ['toString', 'constructor', '__proto__', 'valueOf', 'hasOwnProperty', '__defineGetter__'];

  it.each(names)('%s is a question like any other: asked, answered, remembered', (label) => {
    const odd: FormField = { ...name, id: 'constructor', label };
    expect(prefill([odd], {})).toEqual({});
    expect(answerErrors([odd], {})).toEqual(Object.fromEntries([['constructor', '请填写']]));
    expect(toAnswerList([odd], {})).toEqual([]);
    const remembered = remember({}, [odd], { constructor: '答' });
    expect(Object.entries(JSON.parse(JSON.stringify(remembered)) as object)).toEqual([[label, '答']]);
    expect(Object.entries(prefill([odd], remembered))).toEqual([['constructor', '答']]);
  });
});
