import { tones } from '../../../contract/domains/book/constants';
import { catalogueId, privateId } from '../../../cloudfunctions/domains/book/rules/identity';
import {
  bookDocument,
  entryOrgOf,
  entersFor,
  EVERYBODY,
  visibleBook,
} from '../../../cloudfunctions/domains/book/rules/book';

const facts = { title: '活着', author: '余华', publisher: '作家出版社', isbn: null as string | null };

it('one book entered twice is one, however its signs and spaces are typed', () => {
  expect(catalogueId({ ...facts, title: '《活着》', author: ' 余 华' })).toBe(catalogueId(facts));
  const isbn = '9787506365437';
  expect(catalogueId({ ...facts, isbn, title: '活着（精装）' })).toBe(catalogueId({ ...facts, isbn }));
});

it('other editions, other authors and titles of nothing but signs are other books', () => {
  const others = [
    facts,
    { ...facts, isbn: '9787506365437' },
    { ...facts, author: '陈' },
    { ...facts, title: '？' },
    { ...facts, title: '！' },
    { ...facts, author: '……' },
  ];
  expect(new Set(others.map(catalogueId)).size).toBe(others.length);
});

it('what a member adds for himself is nobody else’s and not the catalogue’s', () => {
  expect(new Set([privateId(facts, 'a'), privateId(facts, 'b'), catalogueId(facts)]).size).toBe(3);
  expect(bookDocument(facts, 5)).toMatchObject({ _id: catalogueId(facts), audience: EVERYBODY, addedAt: 5, ...facts });
  const own = bookDocument(facts, 5, { kind: 'own', memberId: 'a' });
  expect(own).toMatchObject({ _id: privateId(facts, 'a'), audience: 'a' });
  expect([visibleBook(own, 'a'), visibleBook(own, 'b'), visibleBook(undefined, 'a')]).toEqual([
    own,
    undefined,
    undefined,
  ]);
});

it('has the tone of its category, else always the same one, and all tones occur', () => {
  expect(bookDocument({ ...facts, tone: 'plum' }, 0).tone).toBe('plum');
  expect(bookDocument(facts, 0).tone).toBe(bookDocument(facts, 1).tone);
  const many = Array.from({ length: 300 }, (_, index) => bookDocument({ ...facts, title: `第${index}本` }, 0).tone);
  for (const tone of tones) expect(many.filter((other) => other === tone).length).toBeGreaterThan(20);
});

it('says where it comes from: a trusted list, a secretary and his org, or nobody but its reader', () => {
  const orgPath = ['city', 'east'];
  const entered = bookDocument(facts, 5, { kind: 'entered', memberId: 'a', orgPath });
  expect(entered).toMatchObject({ _id: catalogueId(facts), audience: EVERYBODY, state: 'entered' });
  expect(entered.entry).toEqual({ memberId: 'a', orgId: 'east', orgPath });
  expect(entryOrgOf(entered)).toBe('east');
  expect(entryOrgOf({ entry: { memberId: 'a', orgPath } })).toBe('east');
  expect(entryOrgOf(bookDocument(facts, 5))).toBeUndefined();
  expect(bookDocument(facts, 5)).toMatchObject({ state: 'trusted' });
  expect(bookDocument(facts, 5)).not.toHaveProperty('entry');
  expect(bookDocument(facts, 5, { kind: 'own', memberId: 'a' })).not.toHaveProperty('state');
});

it('organisers enter books for the org they organise, judges and members for themselves', () => {
  const with_ = (role: 'orgAdmin' | 'judge' | 'member') => ({ grants: [{ role, orgId: 'any' }] });
  expect([with_('orgAdmin'), with_('judge'), with_('member'), { grants: [] }].map(entersFor)).toEqual([
    'any',
    undefined,
    undefined,
    undefined,
  ]);
});
