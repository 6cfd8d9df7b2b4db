import type { Subject } from '../../../cloudfunctions/kernel/personal';
import {
  holds,
  isIndexed,
  movedId,
  partsOf,
  pathOf,
  placesOf,
  reassignedId,
  replaced,
  type Declared,
} from '../../../cloudfunctions/shared/subject/rules/plan';

const about = (at: object) => ({ at }) as Subject<never>;
const field = about({ in: 'field', path: 'reply.by' });
const list = about({ in: 'list', list: 'queue', key: 'm', count: 'queued', changed: 'unsettledAt' });
const id = about({ in: 'id' });

it('the parts of a schema are in one order whatever the order of declaration, the last at the end', () => {
  const schema = {
    b: { subjects: [field], indexes: [] },
    members: { subjects: [id], indexes: [] },
    a: { subjects: { none: '无' }, indexes: [] },
    z: { subjects: [list, id], indexes: [] },
  } as unknown as Declared;
  expect(partsOf(schema, 'members').map(({ collection }) => collection)).toEqual(['b', 'z', 'z', 'members']);
});

it('a member is found by a field, a list or the id', () => {
  expect([field, list, id].map(pathOf)).toEqual(['reply.by', 'queue.m', undefined]);
  const doc = { _id: 'd', reply: { by: 'me' }, queue: [{ m: 'you' }] };
  expect([field, list, id].map((subject) => holds(doc, subject, 'me'))).toEqual([true, false, false]);
  expect(holds(doc, list, 'you')).toBe(true);
  expect(placesOf(doc, 'queue', 'm', ['you', 'me'])).toEqual([0, -1]);
});

it('an index serves what it begins with', () => {
  const indexes = [
    {
      name: 'm',
      keys: [
        ['memberId', 1],
        ['at', 1],
      ],
    },
    { name: 'none', keys: [] },
  ] as unknown as Declared[string]['indexes'];
  expect([isIndexed(indexes, 'memberId'), isIndexed(indexes, 'at')]).toEqual([true, false]);
});

it('what replaces an erased member stays out where there is nothing to replace', () => {
  const values = { text: '已删除', 'reply.text': '已删除', left: undefined };
  expect(replaced({ _id: 'd', reply: { text: '好' } }, 'memberId', values)).toEqual({
    memberId: 'erased',
    text: '已删除',
    'reply.text': '已删除',
  });
  expect(replaced({ _id: 'd', reply: null }, 'memberId', values)).toEqual({ memberId: 'erased', text: '已删除' });
});

it('a moved document keeps what follows the member in its id', () => {
  expect([movedId('m1:20261123', 'm1', 'm22'), movedId('m1', 'm1', 'm22')]).toEqual(['m22:20261123', 'm22']);
});

it('an id that ends with the member ends with the other; any other stays', () => {
  expect(['event:e1:m1', 'event:e1:m11', 'm1'].map((one) => reassignedId(one, 'm1', 'm22'))).toEqual([
    'event:e1:m22',
    'event:e1:m11',
    'm1',
  ]);
});
