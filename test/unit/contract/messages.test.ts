import * as v from 'valibot';
import type { ActionSpec } from '../../../contract/action';
import { actions, type ActionName } from '../../../contract/registry';

/** What a form, or a hand-made call, may put into a field by mistake. */
const mistakes: readonly unknown[] = [
  undefined,
  null,
  '',
  '　',
  'x'.repeat(10_000),
  '\u202e',
  -1,
  1.5,
  1e15,
  Number.NaN,
  true,
  [],
  [{}],
  [null],
  {},
];

/** What the schema of an action says of each mistake in each of its fields. */
function saidOf({ input }: ActionSpec): string[] {
  const fields = Object.keys((input as unknown as { entries: object }).entries);
  const wrong = fields.flatMap((field) => mistakes.map((mistake) => ({ [field]: mistake })));
  return [{}, { undeclared: 1 }, ...wrong].flatMap((one) =>
    (v.safeParse(input, one).issues ?? []).map(({ message }) => message),
  );
}

it.each(Object.entries(actions) as [ActionName, ActionSpec][])(
  '%s says in Chinese, whatever is wrong with its input',
  (_name, spec) => {
    const foreign = saidOf(spec).filter((message) => !/\p{Script=Han}/u.test(message) || /[a-z]{2,}/.test(message));
    expect([...new Set(foreign)]).toEqual([]);
  },
);
