import type { AnyDoc, Clash, Subject } from '../../kernel/personal';
import { not, type Collection } from '../../kernel/port';
import { collectionOf, type Data } from './find';
import { asSeen, clashChange } from './rules/clash';
import { movedId, placesOf, reassignedId, type Part } from './rules/plan';

/** Two records of one person: what is of `from` becomes `to`'s. */
export interface Pair {
  readonly from: string;
  readonly to: string;
}

const ATTEMPTS = 20;

/** Gives a document to the other member, or takes it into the one that he has already, and then removes it. */
async function move(
  collection: Collection<AnyDoc>,
  doc: AnyDoc,
  { field, clash }: { field: string | undefined; clash: Clash<never> },
  { from, to }: Pair,
): Promise<void> {
  const _id = movedId(doc._id, from, to);
  const moved: AnyDoc = { ...doc, _id, ...(field === undefined ? {} : { [field]: to }) };
  if (!(await collection.add(moved))) await takeIn(collection, _id, doc, clash);
  await collection.remove({ _id: doc._id });
}

/** Takes a document into another, which its member may be writing at this moment. */
async function takeIn(collection: Collection<AnyDoc>, _id: string, doc: AnyDoc, clash: Clash<never>): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const into = await collection.get(_id);
    if (into === undefined) throw new Error('refused as a duplicate, yet there is none');
    const change = clashChange(into, doc, clash);
    if (change === undefined || (await collection.update({ ...asSeen(into, change), _id }, change)) > 0) return;
  }
  throw new Error('a document that does not hold still');
}

/** Puts the other member into the place; where both are in the list, the earlier place stays. */
async function reassignPlace(
  collection: Collection<AnyDoc>,
  { at }: Extract<Subject<never>, { at: { in: 'list' } }>,
  _id: string,
  { from, to, now }: Pair & { now: number },
): Promise<void> {
  const members = `${at.list}.${at.key}`;
  const set = { [at.changed]: now };
  const leave = (member: string) =>
    collection.update(
      { _id, [members]: member },
      { pull: { [at.list]: { [at.key]: member } }, inc: { [at.count]: -1 }, set },
    );
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const doc = await collection.get(_id);
    const [mine = -1, his = -1] = doc === undefined ? [] : placesOf(doc, at.list, at.key, [from, to]);
    if (mine < 0) return;
    if (his >= 0) await leave(mine < his ? to : from);
    else
      // He may come in himself at this moment: then he is found in the list at the next look.
      await collection.update(
        { _id, [`${at.list}.${mine}.${at.key}`]: from, [members]: not(to) },
        { set: { ...set, [`${at.list}.${mine}.${at.key}`]: to } },
      );
  }
  throw new Error('a list that does not hold still');
}

/** Puts the other member's id in place of the one; where the document's own id ends with it, he has at most one of these. */
async function reassign(collection: Collection<AnyDoc>, doc: AnyDoc, path: string, { from, to }: Pair): Promise<void> {
  const _id = reassignedId(doc._id, from, to);
  if (_id === doc._id) {
    await collection.update({ _id, [path]: from }, { set: { [path]: to } });
    return;
  }
  await collection.add({ ...doc, _id, [path]: to });
  await collection.remove({ _id: doc._id });
}

/** Brings one document from one member to the other as its declaration says; again it changes nothing. */
export async function mergeOne(data: Data, part: Part, doc: AnyDoc, pair: Pair & { now: number }): Promise<void> {
  const collection = collectionOf(data, part);
  const { subject } = part;
  if (subject.merged.how === 'moved') {
    const field = subject.at.in === 'id prefix' ? subject.at.field : undefined;
    await move(collection, doc, { field, clash: subject.merged.clash }, pair);
  } else if (subject.merged.how === 'remade') {
    await collection.remove({ _id: movedId(doc._id, pair.from, pair.to) });
    await collection.remove({ _id: doc._id });
  } else if (subject.at.in === 'list') await reassignPlace(collection, subject as never, doc._id, pair);
  else if (subject.at.in === 'field' && subject.merged.how === 'reassigned') {
    await reassign(collection, doc, subject.at.path, pair);
  }
}
