import fc from 'fast-check';
import type { FormField } from '../../../contract/shared/participation';
import { checkAnswers, sameAnswers } from '../../../cloudfunctions/shared/participation/rules/answers';

const form: FormField[] = [
  { id: 'size', label: '尺码', kind: 'choice', required: true, options: ['大', '小'] },
  { id: 'piece', label: '诵读篇目', kind: 'text', required: true, options: [] },
  { id: 'wish', label: '还想说', kind: 'text', required: false, options: [] },
  { id: 'meal', label: '用餐', kind: 'choice', required: false, options: ['要', '不要'] },
];
const answer = (fieldId: string, value: string) => ({ fieldId, value });
const good = [answer('piece', '岳阳楼记'), answer('size', '大')];

it('keeps what was answered, in the order of the form, and nothing that was left empty', () => {
  const given = [...good, answer('wish', ''), answer('meal', '')];
  expect(checkAnswers(form, given)).toEqual({ ok: true, answers: [answer('size', '大'), answer('piece', '岳阳楼记')] });
  expect(checkAnswers([], [])).toEqual({ ok: true, answers: [] });
});

it.each([
  ['an unknown question', [...good, answer('other', 'x')], 'answers.other'],
  ['an option that is not offered', [answer('size', '中'), answer('piece', 'x')], 'answers.size'],
  ['two answers to one question', [...good, answer('size', '小')], 'answers.size'],
])('refuses %s and says where', (_name, given, path) => {
  expect(checkAnswers(form, given)).toMatchObject({ ok: false, code: 'BAD_INPUT', fields: [{ path }] });
});

it('names every required question that is not answered', () => {
  const reply = checkAnswers(form, [answer('piece', '')]);
  expect(reply).toEqual({
    ok: false,
    code: 'ANSWER_REQUIRED',
    fields: [
      { path: 'answers.size', message: '请选一项' },
      { path: 'answers.piece', message: '请填写' },
    ],
  });
});

it('never keeps an answer that the form did not ask for', () => {
  const anything = fc.array(fc.record({ fieldId: fc.constantFrom('size', 'piece', 'wish', 'x'), value: fc.string() }));
  fc.assert(
    fc.property(anything, (given) => {
      const checked = checkAnswers(form, given);
      if (!checked.ok) return;
      expect(checked.answers.map(({ fieldId }) => fieldId)).toEqual(
        form.map(({ id }) => id).filter((id) => checked.answers.some(({ fieldId }) => fieldId === id)),
      );
      expect(['大', '小']).toContain(checked.answers[0]?.value);
    }),
  );
});

it('knows kept answers again, whatever the order they are given in', () => {
  const kept = [answer('size', '大'), answer('piece', '岳阳楼记')];
  expect(sameAnswers(form, [...good, answer('wish', '')], kept)).toBe(true);
  expect(sameAnswers(form, [...good, answer('wish', '茶')], kept)).toBe(false);
  expect(sameAnswers(form, [answer('size', '大')], kept)).toBe(false);
});
