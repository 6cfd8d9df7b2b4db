import fc from 'fast-check';
import * as v from 'valibot';
import { formMinutes } from '../../../contract/constants';
import { isIsbn13, normaliseIsbn, toIsbn13 } from '../../../contract/isbn';
import { commandId, cursor, id, instant, month, optionalText, text, whole } from '../../../contract/shared/values';

const accepts = (schema: v.GenericSchema, value: unknown) => v.safeParse(schema, value).success;

describe('text', () => {
  it('is trimmed, counted, and free of what would break a log or a file', () => {
    expect(v.parse(text(5, '姓名'), '  小江  ')).toBe('小江');
    expect(accepts(text(2, '姓名'), '小江城')).toBe(false);
    expect(accepts(text(5, '姓名'), '   ')).toBe(false);
    expect(accepts(optionalText(5, '心得'), '  ')).toBe(true);
    for (const bad of ['a\u0000b', 'a\u001bb', 'a\ud800b', 'a\udc00']) {
      expect(accepts(text(9, '姓名'), bad)).toBe(false);
      expect(accepts(optionalText(9, '心得'), bad)).toBe(false);
    }
    for (const good of ['a\nb', 'a\tb', '😀', '𠮷野']) expect(accepts(text(9, '姓名'), good)).toBe(true);
  });
});

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

describe('ISBN', () => {
  it('is accepted with its check digit only', () => {
    expect(isIsbn13('9787020002207')).toBe(true);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digits = [...'9787020002207'];
        digits[at] = String((Number(digits[at]) + by) % 10);
        expect(isIsbn13(digits.join(''))).toBe(false);
      }),
    );
  });

  it('of ten digits becomes one of thirteen', () => {
    expect(toIsbn13('0-306-40615-2')).toBe('9780306406157');
    expect(toIsbn13('080442957X')).toBe('9780804429573');
    expect(toIsbn13('978 7 02 000220 7')).toBe('9787020002207');
    for (const bad of ['0306406153', '080442957', '9787020002208', '', 'X804429570'])
      expect(toIsbn13(bad)).toBeUndefined();
    expect(normaliseIsbn('0-8044 2957x')).toBe('080442957X');
  });
});

describe('the minutes a form takes', () => {
  it('are ten seconds a choice and thirty a text, at least one minute (R8)', () => {
    expect(formMinutes([])).toBe(1);
    expect(formMinutes([{ kind: 'choice' }, { kind: 'text' }])).toBe(1);
    expect(formMinutes(Array.from({ length: 5 }, () => ({ kind: 'text' as const })))).toBe(3);
  });
});
