import { neutral, unmarked } from '../../../cloudfunctions/shared/sheets/rules/neutral';

it.each(['__proto__', 'constructor', 'toString', "'__proto__", "''constructor"])(
  'a text that every object has by name goes out marked and comes in as it was: %s',
  (text) => {
    const written = neutral(text);
    expect(written).toBe(`'${text}`);
    expect(unmarked(written)).toBe(text);
  },
);

it('other texts with an apostrophe stay as they are', () => {
  for (const text of ["'90 后", 'prototype']) expect([neutral(text), unmarked(text)]).toEqual([text, undefined]);
});
