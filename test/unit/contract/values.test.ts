import * as v from 'valibot';
import { formMinutes } from '../../../contract/shared/participation/constants';
import { commandId, cursor, id, instant, month, whole } from '../../../contract/shared/values';

const accepts = (schema: v.GenericSchema, value: unknown) => v.safeParse(schema, value).success;

describe('ids, cursors, numbers and instants', () => {
  it('are scalars of a narrow alphabet', () => {
    for (const schema of [id, commandId, cursor]) {
      for (const bad of ['', 'a b', 'a.b', '$ne', 'a:b', '中', null, 5, {}, ['a'.repeat(20)]]) {
        expect(accepts(schema, bad)).toBe(false);
      }
      expect(accepts(schema, 'a-_Z09'.repeat(4))).toBe(true);
    }
    expect(accepts(commandId, 'short')).toBe(false);
  });

  it('stay within their bounds', () => {
    const pages = whole(1, 2000, '页数');
    for (const bad of [0, 2001, 1.5, Number.NaN, Infinity, '5', null]) expect(accepts(pages, bad)).toBe(false);
    for (const good of [1, 2000]) expect(accepts(pages, good)).toBe(true);
    for (const bad of [0, 1.5, 5_000_000_000_000]) expect(accepts(instant, bad)).toBe(false);
    expect(accepts(month, '202613')).toBe(false);
    expect(accepts(month, '202611')).toBe(true);
  });
});

describe('the minutes a form takes', () => {
  it('are ten seconds a choice and thirty a text, at least one minute (R8)', () => {
    expect(formMinutes([])).toBe(1);
    expect(formMinutes([{ kind: 'choice' }, { kind: 'text' }])).toBe(1);
    expect(formMinutes(Array.from({ length: 5 }, () => ({ kind: 'text' as const })))).toBe(3);
  });
});
