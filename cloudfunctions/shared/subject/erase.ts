import { randomId } from '../../kernel/ids';
import { storedIn, type AnyDoc, type Subject } from '../../kernel/personal';
import type { Collection, Value } from '../../kernel/port';
import { collectionOf, type Data } from './find';
import { placesOf, replaced, type Part } from './rules/plan';

/** Somebody else changed the list meanwhile: so often it is looked at again. */
const ATTEMPTS = 20;

interface Act {
  readonly memberId: string;
  readonly now: number;
}

/** Takes the member out of a list, or leaves the element there without him. Each change is conditional on his place. */
async function withdraw(
  collection: Collection<AnyDoc>,
  { at, erased }: Extract<Subject<never>, { at: { in: 'list' } }>,
  _id: string,
  { memberId, now }: Act,
): Promise<void> {
  const member = `${at.list}.${at.key}`;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const doc = await collection.get(_id);
    const [place = -1] = doc === undefined ? [] : placesOf(doc, at.list, at.key, [memberId]);
    if (doc === undefined || place < 0) return;
    if (Number(doc[erased.until]) > now) {
      const pull = { [at.list]: { [at.key]: memberId } };
      const change = { pull, inc: { [at.count]: -1 }, set: { [at.changed]: now } };
      await collection.update({ _id, [member]: memberId }, change);
    } else {
      const own = `${at.list}.${place}`;
      const set: Record<string, Value> = { [`${own}.${at.key}`]: randomId('erased') };
      for (const [field, value] of Object.entries(erased.values)) set[`${own}.${field}`] = value;
      await collection.update({ _id, [`${own}.${at.key}`]: memberId }, { set });
    }
  }
  throw new Error('a list that does not hold still');
}

/** Erases the member from one document as its declaration says; again it changes nothing. */
export async function eraseFrom(data: Data, part: Part, doc: AnyDoc, act: Act): Promise<void> {
  const collection = collectionOf(data, part);
  const { subject } = part;
  if (subject.erased.how === 'removed') {
    const paths = storedIn(doc, data.schema[part.collection]?.stored ?? []);
    if (paths.length > 0) await data.files.remove(paths);
    await collection.remove({ _id: doc._id });
  } else if (subject.at.in === 'list') await withdraw(collection, subject as never, doc._id, act);
  else if (subject.at.in === 'field' && subject.erased.how === 'replaced') {
    const { path } = subject.at;
    await collection.update(
      { _id: doc._id, [path]: act.memberId },
      { set: replaced(doc, path, subject.erased.values) },
    );
  }
}
