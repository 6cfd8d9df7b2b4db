import { queries, refused, type ParityCase } from '../case';

const names = [
  { _id: '1', name: 'Alpha\nsecond' },
  { _id: '2', name: 'beta' },
  { _id: '3', name: ['gamma', 'Beta'] },
  { _id: '4', name: 5 },
  { _id: '5' },
];
const typed = [
  { _id: '01', a: 1 },
  { _id: '02', a: 1.5 },
  { _id: '03', a: 2 ** 40 },
  { _id: '04', a: 'x' },
  { _id: '05', a: { b: 1 } },
  { _id: '06', a: [1, 'y'] },
  { _id: '07', a: true },
  { _id: '08', a: new Date(0) },
  { _id: '09', a: null },
  { _id: '10' },
  { _id: '11', a: [] },
  { _id: '12', a: [[]] },
];
const numbers = [
  { _id: '1', q: 0 },
  { _id: '2', q: 5 },
  { _id: '3', q: 12 },
  { _id: '4', q: -3 },
  { _id: '5', q: '4' },
  { _id: '6', q: 4.7 },
  { _id: '7', q: [4, 5] },
];
const budget = [
  { _id: '1', budget: 400, spent: 450, list: [1, 2] },
  { _id: '2', budget: 100, spent: 150 },
  { _id: '3', budget: 100, spent: 50 },
  { _id: '4', spent: 50 },
];

export const otherQueryCases: ParityCase[] = [
  ...queries('MongoDB manual, $regex', names, [
    ['case counts', { name: /beta/ }, ['2']],
    ['option i', { name: { $regex: 'BETA', $options: 'i' } }, ['2', '3']],
    ['option m anchors at lines', { name: { $regex: '^second', $options: 'm' } }, ['1']],
    ['without m only at the whole text', { name: { $regex: '^second' } }, []],
    ['option s lets the dot meet line ends', { name: { $regex: 'a.second', $options: 's' } }, ['1']],
    ['elements of arrays', { name: /^gam/ }, ['3']],
    ['numbers never match', { name: /5/ }, []],
    ['an unknown option is refused', { name: { $regex: 'a', $options: 'q' } }, refused()],
    ['$options needs $regex', { name: { $options: 'i' } }, refused()],
    ['a broken expression is refused', { name: { $regex: '(' } }, refused()],
  ]),
  ...queries('MongoDB manual, $type', typed, [
    ['number is every kind of number, elements included', { a: { $type: 'number' } }, ['01', '02', '03', '06']],
    ['int', { a: { $type: 'int' } }, ['01', '06']],
    ['double', { a: { $type: 'double' } }, ['02']],
    ['string by number', { a: { $type: 2 } }, ['04', '06']],
    ['array is the field itself', { a: { $type: 'array' } }, ['06', '11', '12']],
    ['object', { a: { $type: 'object' } }, ['05']],
    ['bool', { a: { $type: 'bool' } }, ['07']],
    ['date', { a: { $type: 'date' } }, ['08']],
    ['several', { a: { $type: ['bool', 9] } }, ['07', '08']],
    ['an unknown name is refused', { a: { $type: 'text' } }, refused()],
    ['an unknown number is refused', { a: { $type: 99 } }, refused()],
  ]),
  ...queries('MongoDB manual, $exists', typed, [
    ['a stored null exists', { a: { $exists: true } }, typed.map(({ _id }) => _id).filter((id) => id !== '10')],
    ['any true value', { a: { $exists: 1 } }, typed.map(({ _id }) => _id).filter((id) => id !== '10')],
    ['0 is false', { a: { $exists: 0 } }, ['10']],
  ]),
  ...queries('MongoDB manual, $mod', numbers, [
    ['remainder 0', { q: { $mod: [4, 0] } }, ['1', '3', '6', '7']],
    ['a negative remainder', { q: { $mod: [2, -1] } }, ['4']],
    ['decimals of the divisor are cut', { q: { $mod: [4.9, 0] } }, ['1', '3', '6', '7']],
    ['too few elements are refused', { q: { $mod: [4] } }, refused()],
    ['too many elements are refused', { q: { $mod: [4, 0, 1] } }, refused()],
    ['a divisor of 0 is refused', { q: { $mod: [0, 0] } }, refused()],
  ]),
  ...queries('MongoDB manual, $expr', budget, [
    ['compares two fields', { $expr: { $gt: ['$spent', '$budget'] } }, ['1', '2', '4']],
    ['combines with other conditions', { _id: { $lt: '4' }, $expr: { $gt: ['$spent', '$budget'] } }, ['1', '2']],
    ['arithmetic', { $expr: { $eq: [{ $add: ['$spent', 50] }, '$budget'] } }, ['3']],
    ['0 and null are false', { $expr: '$budget' }, ['1', '2', '3']],
    ['an array is true', { $expr: '$list' }, ['1']],
    ['an unknown operator is refused', { $expr: { $bogus: 1 } }, refused()],
  ]),
  ...queries('MongoDB manual, $comment', budget, [['changes nothing', { _id: '1', $comment: 'why' }, ['1']]]),
  ...queries('CloudBase documentation, database commands: not offered', budget, [
    ['$where', { $where: 'true' }, refused()],
    ['$text', { $text: { $search: 'a' } }, refused()],
  ]),
];
