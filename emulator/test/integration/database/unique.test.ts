import { failure, startHarness, type Harness } from './harness';

let h: Harness;

beforeEach(async () => {
  h = await startHarness({
    collections: {
      members: {
        indexes: [{ name: 'uniq_phone', unique: true, keys: [['phone', 1]] }],
      },
      seats: {
        indexes: [
          {
            name: 'uniq_seat',
            unique: true,
            keys: [
              ['event', 1],
              ['seat', -1],
            ],
          },
        ],
      },
    },
  });
});
afterEach(() => h.close());

const E11000 = /E11000 duplicate key error collection: tnt-[\w-]+\.members index: uniq_phone dup key: \{ phone: /;

describe('a unique index', () => {
  test('refuses a second document with the same value, naming index and key', async () => {
    await h.db.collection('members').add({ _id: 'a', phone: '138' });
    const error = await failure(h.db.collection('members').add({ phone: '138' }));
    expect(error.code).toBe('DATABASE_REQUEST_FAILED');
    expect(error.message).toMatch(E11000);
    expect(error.message).toMatch(/^\[FailedOperation\.Insert\] bulk write error: \[\{E11000 .*\{ phone: "138" \}\}\]/);
    expect((await h.db.collection('members').count()).total).toBe(1);
  });

  test('refuses it for updates and sets too, and leaves everything as it was', async () => {
    const members = h.db.collection('members');
    await members.add([
      { _id: 'a', phone: '1' },
      { _id: 'b', phone: '2' },
    ]);
    expect((await failure(members.doc('b').update({ phone: '1' }))).message).toMatch(E11000);
    expect((await failure(members.doc('b').set({ phone: '1' }))).message).toMatch(E11000);
    expect((await failure(members.doc('c').set({ phone: '1' }))).message).toMatch(E11000);
    expect((await failure(members.where({ _id: h.db.command.exists(true) }).update({ phone: '9' }))).message).toMatch(
      E11000,
    );
    expect((await members.orderBy('_id', 'asc').get()).data).toEqual([
      { _id: 'a', phone: '1' },
      { _id: 'b', phone: '2' },
    ]);
  });

  test('lets a value go when its document changes or is removed', async () => {
    const members = h.db.collection('members');
    await members.add([
      { _id: 'a', phone: '1' },
      { _id: 'b', phone: '2' },
    ]);
    await members.doc('a').update({ phone: '3' });
    await members.add({ _id: 'c', phone: '1' });
    await members.doc('b').remove();
    await members.add({ _id: 'd', phone: '2' });
    expect((await members.count()).total).toBe(3);
  });

  test('counts a missing field as null, so only one document may lack it', async () => {
    await h.db.collection('members').add({ name: 'first' });
    expect((await failure(h.db.collection('members').add({ name: 'second' }))).message).toMatch(
      /dup key: \{ phone: null \}/,
    );
    expect((await failure(h.db.collection('members').add({ phone: null }))).code).toBe('DATABASE_REQUEST_FAILED');
  });

  test('keeps true, 1 and "1" apart', async () => {
    const members = h.db.collection('members');
    await members.add([{ phone: true }, { phone: 1 }, { phone: '1' }, { phone: [] }, { phone: {} }]);
    expect((await members.count()).total).toBe(5);
    await failure(members.add({ phone: 1.0 }));
  });

  test('compares arrays element by element, and a document with itself never', async () => {
    const members = h.db.collection('members');
    await members.add({ phone: ['1', '2', '2'] });
    expect((await failure(members.add({ phone: '2' }))).message).toContain('E11000');
    expect((await failure(members.add({ phone: ['3', '1'] }))).message).toContain('E11000');
    await members.add({ phone: ['3', '4'] });
    const pushed = members.where({ phone: '3' }).update({ phone: h.db.command.push('1') });
    expect((await failure(pushed)).message).toContain('E11000');
  });

  test('on two fields refuses only the pair', async () => {
    const seats = h.db.collection('seats');
    await seats.add([
      { event: 'e', seat: 1 },
      { event: 'e', seat: 2 },
      { event: 'f', seat: 1 },
    ]);
    expect((await failure(seats.add({ event: 'e', seat: 2 }))).message).toMatch(/dup key: \{ event: "e", seat: 2 \}/);
    await failure(seats.add({ event: [1], seat: [2] }));
  });

  test('_id is unique in every collection', async () => {
    await h.db.collection('seats').add({ _id: 'x', event: 1 });
    const error = await failure(h.db.collection('seats').add({ _id: 'x', event: 2 }));
    expect(error.message).toMatch(/index: _id_ dup key: \{ _id: "x" \}/);
  });

  test('refuses keys beyond 1024 bytes', async () => {
    expect((await failure(h.db.collection('members').add({ phone: '长'.repeat(400) }))).message).toMatch(
      /key too large/,
    );
  });
});
