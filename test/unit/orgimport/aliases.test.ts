import { aliasesOf, asRow, type Choices, isOrg } from '../../../cloudfunctions/domains/orgimport/rules/aliases';
import { row } from './list';

const rows = [row(2, 'X1', 'east'), row(3, 'X2', 'east')];
const every = { isFree: () => true, mayBe: () => true };
const found = (choices: Choices, may = every) => [...aliasesOf(choices, rows, may)];

it('a number of the file stands for an org by a decision on the row, or on the org', () => {
  expect(found({ X1: isOrg('M1'), M2: asRow('X2') })).toEqual([
    ['X1', 'M1'],
    ['X2', 'M2'],
  ]);
});

describe('a decision of an earlier file is not followed', () => {
  it.each<[string, Choices]>([
    ['where the row is in the file no more', { X9: isOrg('M1') }],
    ['where the org is in the file by its own number', { X1: isOrg('X2') }],
    ['where it is another kind of decision', { X1: 'new' }],
  ])('%s', (_name, choices) => expect(found(choices)).toEqual([]));

  it('where the number has become that of an org, or the org may be nobody’s any more', () => {
    expect(found({ X1: isOrg('M1') }, { ...every, isFree: () => false })).toEqual([]);
    expect(found({ X1: isOrg('M1') }, { ...every, mayBe: () => false })).toEqual([]);
  });

  it('where an earlier one has the row, or the org, already', () => {
    expect(found({ X1: isOrg('M1'), M2: asRow('X1') })).toEqual([['X1', 'M1']]);
    expect(found({ X1: isOrg('M1'), X2: isOrg('M1') })).toEqual([['X1', 'M1']]);
  });
});
