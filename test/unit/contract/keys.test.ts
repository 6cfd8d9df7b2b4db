import * as v from 'valibot';
import { actions } from '../../../contract/registry';
import { id } from '../../../contract/shared/values';

/** Names that every object has: looked up as a key they would find what nobody put there. */
const inherited = Object.getOwnPropertyNames(Object.prototype);
const accepts = (schema: v.GenericSchema, value: unknown) => v.safeParse(schema, value).success;

it.each(inherited)('%s is no id: it is refused as wrong input, not found out as an error of ours', (name) => {
  expect(accepts(id, name)).toBe(false);
  const tap = { kind: 'tap', elapsedMs: 0 };
  const line = { commandId: 'command-000000000001', bookId: name, when: tap };
  expect(accepts(actions['checkin.submit'].input, line)).toBe(false);
});

it('a new form has no field of such a name, and one that was stored is shown all the same', () => {
  const field = { id: 'constructor', label: 'toString', kind: 'text', required: true, options: ['\u202e甲'] };
  const form = actions['event.create'].input.entries.form;
  expect(accepts(form, [field])).toBe(false);
  expect(accepts(form, [{ ...field, id: 'q1', options: [] }])).toBe(true);
  expect(v.parse(actions['event.get'].output.entries.event.entries.form, [field])).toEqual([field]);
  const answer = { commandId: 'command-000000000001', id: 'e1', answers: [{ fieldId: 'constructor', value: '好' }] };
  expect(accepts(actions['event.signUp'].input, answer)).toBe(true);
});
