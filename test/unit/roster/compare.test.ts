import {
  compare,
  NAMESAKE_CAME,
  NEEDS_ANSWER,
  type SealedLine,
} from '../../../cloudfunctions/domains/roster/rules/compare';
import type { RosterNameDoc } from '../../../cloudfunctions/domains/roster/collections';

type Stored = Pick<RosterNameDoc, 'k' | 'a' | 'asks' | 'by'>;

/** `he 2023`: the name he with the answer 2023. */
const lines = (...written: string[]): SealedLine[] =>
  written.map((each, index) => {
    const [k = '', a = ''] = each.split(' ');
    return { line: index + 1, k, a };
  });
const one = (k: string, by: string | null = null): Stored => ({ k, a: '', asks: null, by });
const asking = (k: string): Stored => ({ k, a: '', asks: 'entryYear', by: null });
const answered = (k: string, a: string): Stored => ({ k, a, asks: null, by: null });
const at = (list: string[], stored: Stored[] = [], members: string[] = []) =>
  compare(lines(...list), stored, new Set(members));

const none = { added: 0, there: 0, doubled: 0, faults: [], adds: [], turned: [] };

it('a name is added once, without its answer where nobody else has it', () => {
  expect(at(['lu', 'he 2023', 'lu'])).toEqual({
    ...none,
    added: 2,
    doubled: 1,
    adds: [
      { k: 'lu', a: '', asks: false },
      { k: 'he', a: '', asks: false },
    ],
  });
});

it('names of several people are told apart by their answers; what asks comes first', () => {
  expect(at(['lu', 'he 2023', 'he 2024', 'he 2024'])).toEqual({
    ...none,
    added: 3,
    doubled: 1,
    adds: [
      { k: 'he', a: '', asks: true },
      { k: 'lu', a: '', asks: false },
      { k: 'he', a: '2023', asks: false },
      { k: 'he', a: '2024', asks: false },
    ],
  });
});

it('one without an answer beside one with an answer, or among several, is said to need one', () => {
  expect(at(['he', 'he 2023'])).toMatchObject({ added: 1, doubled: 0, faults: [{ line: 1, what: NEEDS_ANSWER }] });
  expect(at(['he 2023', 'he 2024', 'he'])).toMatchObject({ added: 2, faults: [{ line: 3, what: NEEDS_ANSWER }] });
});

it('who is on it, or in the org, is there already', () => {
  expect(at(['lu', 'shen', 'lu'], [one('lu')], ['shen'])).toEqual({ ...none, there: 2, doubled: 1 });
  expect(at(['he 2023', 'he 2025', 'he'], [asking('he'), answered('he', '2023'), answered('he', '2024')])).toEqual({
    ...none,
    added: 1,
    there: 1,
    faults: [{ line: 3, what: NEEDS_ANSWER }],
    adds: [{ k: 'he', a: '2025', asks: false }],
  });
});

it('a name that one had and several have asks from then on', () => {
  expect(at(['he 2023', 'he 2024'], [one('he')])).toEqual({
    ...none,
    added: 1,
    there: 1,
    adds: [
      { k: 'he', a: '2023', asks: false },
      { k: 'he', a: '2024', asks: false },
    ],
    turned: ['he'],
  });
});

it('but not where one of them has come already, since nobody knows which', () => {
  expect(at(['he 2023', 'he 2024', 'he 2024', 'he'], [one('he', 'somebody')])).toEqual({
    ...none,
    there: 1,
    doubled: 1,
    faults: [
      { line: 4, what: NEEDS_ANSWER },
      { line: 2, what: NAMESAKE_CAME },
    ],
  });
});

it('a second import of the same adds nothing, also after one that was killed half way', () => {
  const list = ['lu', 'he 2023', 'he 2024', 'shen'];
  const { adds } = at(list);
  for (let done = 0; done <= adds.length; done += 1) {
    const stored = adds
      .slice(0, done)
      .map(({ k, a, asks }): Stored => ({ k, a, asks: asks ? 'entryYear' : null, by: null }));
    const rest = at(list, stored);
    expect(rest.adds).toHaveLength(adds.length - done);
    expect(rest.added + rest.there).toBe(4);
  }
});
