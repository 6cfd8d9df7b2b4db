import * as v from 'valibot';
import { actions } from '@contract/registry';
import { problemsOf } from '@/shared/form/problems';

const schema = v.strictObject({
  commandId: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,40}$/)),
  last: v.pipe(v.string(), v.nonEmpty('请填写末项')),
  first: v.pipe(v.string('须是文字'), v.minLength(3, '太短'), v.regex(/^[a-z]+$/, '只要字母')),
  many: v.array(v.pipe(v.string(), v.nonEmpty('请填写这一项'))),
  size: v.number('须是数字'),
});
const right = { first: 'abc', last: 'x', many: ['x'], size: 1 };
const order = ['first', 'many', 'last', 'size'];

test('an input that the schema takes has no problems, although it has no command id yet', () => {
  expect(problemsOf(schema, right, { order })).toEqual({});
});

test('every place says the first thing that is wrong with it, in the schema’s words, in the order of the screen', () => {
  const wrong = { first: '1', last: '', many: ['x', ''], size: 1 };
  expect(Object.entries(problemsOf(schema, wrong, { order }))).toEqual([
    ['first', '太短'],
    ['many.1', '请填写这一项'],
    ['last', '请填写末项'],
  ]);
});

test('what is not filled in says what the form knows better, what is filled in what the schema says', () => {
  const blank = { many: '请写满', size: '几个？', first: '请填写首项' };
  const wrong = { first: '12', last: 'x', many: ['', 'x'], size: Number.NaN };
  expect(problemsOf(schema, wrong, { order, blank })).toEqual({ first: '太短', 'many.0': '请写满', size: '几个？' });
});

test('what the screen has no place for is found all the same, after the rest', () => {
  const wrong = { ...right, other: 1, last: '' };
  expect(Object.keys(problemsOf(schema, wrong, { order }))).toEqual(['last', 'other']);
});

test('a form is checked by the very schema that the server uses', () => {
  const problems = problemsOf(actions['feedback.submit'].input, { kind: 'complaint', text: '' }, { order: ['text'] });
  expect(problems).toEqual({ text: '请填写内容' });
});
