import { setTimeout as delay } from 'node:timers/promises';
import type { CollectionSummary, DocumentPage, StoredDocument } from '../../../src/console/types';
import { startConsole, type ConsoleHost } from './support';

let host: ConsoleHost;
beforeEach(async () => {
  // Requests that take a while overlap as they do at the desk.
  host = await startConsole({ latencyMs: 5 });
});
afterEach(() => host.stop());

const add = async (document: object): Promise<StoredDocument> => {
  const { status, body } = await host.post<StoredDocument>('documents/add', {
    collection: 'things',
    text: JSON.stringify(document),
  });
  expect(status).toBe(200);
  return body;
};
const read = async (id: string): Promise<Record<string, unknown>> => {
  const { body } = await host.get<StoredDocument>('document', { collection: 'things', id });
  return JSON.parse(body.text) as Record<string, unknown>;
};
const find = async (values: Record<string, string>): Promise<unknown[]> => {
  const { body } = await host.get<DocumentPage>('documents', { collection: 'things', ...values });
  return body.documents.map(({ text }) => (JSON.parse(text) as { name: unknown }).name);
};
const save = (document: StoredDocument, after: object) =>
  host.post<{ code: string; message: string; current: StoredDocument }>('documents/save', {
    ...{ collection: 'things', id: document.id, revision: document.revision },
    text: JSON.stringify(after),
  });

test('collections come with their number of documents and their indexes', async () => {
  await add({ name: 'one' });
  const { body } = await host.get<CollectionSummary[]>('collections');
  expect(body).toEqual([
    { name: 'things', documents: 1, indexes: [expect.objectContaining({ name: 'byKind', keys: [['kind', 1]] })] },
  ]);
});

test('documents are found by a query, by a text in a field, and page by page', async () => {
  for (const name of ['春江 (1)', '春江 (2)', 'Autumn', 'winter']) await add({ name, kind: 'a' });
  await add({ name: 12, kind: 'b' });
  expect(await find({ query: '{"kind":"b"}' })).toEqual([12]);
  expect(await find({ field: 'name', text: '江 (2' })).toEqual(['春江 (2)']);
  expect(await find({ field: 'name', text: 'AUTUMN' })).toEqual(['Autumn']);
  expect(await find({ field: 'name', text: '12' })).toEqual([12]);
  expect(await find({ sort: '{"name":-1}', skip: '1', limit: '2' })).toEqual(['春江 (1)', 'winter']);
  const { body } = await host.get<DocumentPage>('documents', {
    collection: 'things',
    query: '{"kind":"a"}',
    limit: '1',
  });
  expect(body).toMatchObject({ total: 4, index: 'byKind', examined: 1 });
  expect(body).not.toHaveProperty('orderOnly');
  expect(body.documents).toHaveLength(1);
  const inOrder = { collection: 'things', query: '{"name":12}', sort: '{"kind":1}' };
  const { body: sorted } = await host.get<DocumentPage>('documents', inOrder);
  expect(sorted).toMatchObject({ total: 1, index: 'byKind', orderOnly: true, examined: 5 });
});

test.each([
  ['query', '{"kind":'],
  ['query', '[]'],
  ['query', '{"kind":{"$nope":1}}'],
  ['sort', '{"name":"up"}'],
  ['limit', '-1'],
])('a %s of %s is refused with a reason', async (name, value) => {
  await add({ kind: 'a' });
  const { status, body } = await host.get<{ message: string }>('documents', { collection: 'things', [name]: value });
  expect(status).toBe(400);
  expect(body.message.length).toBeGreaterThan(5);
});

test('saving writes what differs, removes what was taken out, and leaves values of other types alone', async () => {
  const before = {
    ...{ name: 'one', kind: 'a', ref: { $oid: '5f0000000000000000000001' }, at: { $date: '2026-01-31T08:00:00Z' } },
    place: { city: '江城', code: { $oid: '5f0000000000000000000002' } },
  };
  const document = await add(before);
  const stored = JSON.parse(document.text) as typeof before & { _id: string };
  const { _id, place } = stored;
  const { status } = await save(document, {
    ...stored,
    kind: undefined,
    name: 'two',
    place: { ...place, city: '武昌' },
  });
  expect(status).toBe(200);
  expect(await read(document.id)).toEqual({
    ...{ _id, name: 'two', ref: before.ref, at: { $date: { $numberLong: '1769846400000' } } },
    place: { city: '武昌', code: before.place.code },
  });
});

test('a document whose id is an ObjectId can be opened, saved and deleted', async () => {
  const document = await add({ _id: { $oid: '5f0000000000000000000003' }, name: 'x' });
  expect((await save(document, { _id: { $oid: '5f0000000000000000000003' }, name: 'y' })).status).toBe(200);
  expect(await read(document.id)).toMatchObject({ name: 'y' });
  expect((await host.post('documents/delete', { collection: 'things', id: document.id })).status).toBe(200);
  expect((await host.get('document', { collection: 'things', id: document.id })).status).toBe(404);
});

test('what somebody else changed meanwhile is not written over, and is shown', async () => {
  const document = await add({ name: 'one', count: 1 });
  const { _id } = JSON.parse(document.text) as { _id: string };
  await host.app.database().collection('things').doc(_id).update({ count: 2 });
  const { status, body } = await save(document, { _id, name: 'mine', count: 1 });
  expect([status, body.code]).toEqual([409, 'CONFLICT']);
  expect(JSON.parse(body.current.text)).toMatchObject({ name: 'one', count: 2 });
  expect(await read(document.id)).toMatchObject({ name: 'one', count: 2 });
  expect((await save(body.current, { _id, name: 'mine', count: 2 })).status).toBe(200);
});

test('of two saves at the same time from the same reading, exactly one lands', async () => {
  const document = await add({ name: 'one' });
  const { _id } = JSON.parse(document.text) as { _id: string };
  const names = ['a', 'b', 'c', 'd'];
  const results = await Promise.all(names.map((name) => save(document, { _id, name })));
  expect(results.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  const landed = names[results.findIndex(({ status }) => status === 200)];
  expect(await read(document.id)).toMatchObject({ name: landed });
});

test('of saves that begin one after another while the first is under way, exactly one lands', async () => {
  const document = await add({ name: 'one' });
  const { _id } = JSON.parse(document.text) as { _id: string };
  const names = Array.from({ length: 12 }, (_, at) => `save ${at}`);
  // Each begins 2 ms after the one before, so that every step of one meets every step of another.
  const begun = names.map((name, at) => delay(2 * at).then(() => save(document, { _id, name })));
  const landed = (await Promise.all(begun)).flatMap(({ status }, at) => (status === 200 ? [names[at]] : []));
  expect(landed).toEqual([expect.any(String)]);
  expect(await read(document.id)).toMatchObject({ name: landed[0] });
});

test.each([
  ['text that is not JSON', '{"name": ', 400],
  ['something else than an object', '[1]', 400],
  ['another id', '{"_id":"other","name":"x"}', 400],
  ['an operator as a field', '{"_id":"d","a":{"$inc":1,"b":2}}', 400],
])('saving %s is refused and changes nothing', async (_, text, status) => {
  const document = await add({ _id: 'd', name: 'one' });
  const { id, revision } = document;
  const answer = await host.post<{ message: string }>('documents/save', { collection: 'things', id, revision, text });
  expect(answer.status).toBe(status);
  expect(answer.body.message).toBeTruthy();
  expect(await read(id)).toEqual({ _id: 'd', name: 'one' });
});

test('a deleted document comes back exactly as it was when the deletion is undone', async () => {
  const document = await add({
    ref: { $oid: '5f0000000000000000000001' },
    n: { $numberDecimal: '1.10' },
    list: [1, null],
  });
  const { body } = await host.post<StoredDocument>('documents/delete', { collection: 'things', id: document.id });
  expect((await host.get('document', { collection: 'things', id: document.id })).status).toBe(404);
  await host.post('documents/add', { collection: 'things', text: body.text });
  const { body: back } = await host.get<StoredDocument>('document', { collection: 'things', id: document.id });
  expect(back).toEqual(document);
});

test('saving or deleting what is gone says so', async () => {
  const document = await add({ name: 'one' });
  await host.post('documents/delete', { collection: 'things', id: document.id });
  expect((await save(document, { name: 'two' })).body.code).toBe('GONE');
  expect((await host.post('documents/delete', { collection: 'things', id: document.id })).status).toBe(404);
});

test('the failure of the database reaches the operator with its code', async () => {
  await add({ _id: 'd' });
  const { status, body } = await host.post('documents/add', { collection: 'things', text: '{"_id":"d"}' });
  expect([status, body.code]).toEqual([400, 'DATABASE_REQUEST_FAILED']);
  expect(body.message).toContain('E11000');
});
