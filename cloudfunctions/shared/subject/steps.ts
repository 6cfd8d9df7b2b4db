import type { AnyDoc, Row } from '../../kernel/personal';
import { eraseFrom } from './erase';
import { findNext, type Data } from './find';
import { mergeOne, type Pair } from './merge';
import { partsOf, type Part } from './rules/plan';
import { rowsOf } from './rules/rows';

/*
 * What is done with all that is known of one member, by the declarations alone (docs/mechanisms/personal-data-inventory.md). In
 * small steps, each of which may be repeated.
 */

/** Where a walk through all parts stands: the number of the part, and the id after which it goes on there. */
export type Place = { part: number; after: string };

export const START: Place = { part: 0, after: '' };

/** The member's own record goes last: until then it says that there is something left to do. */
const LAST = 'members';

/** Does something with the next documents about the member; where to go on, or `undefined` when all parts are done. */
async function step(
  data: Data,
  memberId: string,
  { part: number, after }: Place,
  act: (part: Part, docs: readonly AnyDoc[]) => Promise<void>,
): Promise<Place | undefined> {
  const parts = partsOf(data.schema, LAST);
  const part = parts[number];
  if (part === undefined) return undefined;
  const { docs, next } = await findNext(data, part, memberId, after);
  await act(part, docs);
  return next === undefined ? { part: number + 1, after: '' } : { part: number, after: next };
}

/** One step of erasing a member everywhere. */
export const eraseStep = (data: Data, memberId: string, place: Place, now: number): Promise<Place | undefined> =>
  step(data, memberId, place, async (part, docs) => {
    for (const doc of docs) await eraseFrom(data, part, doc, { memberId, now });
  });

/** One step of giving all that is one member's to another. */
export const mergeStep = (data: Data, pair: Pair, place: Place, now: number): Promise<Place | undefined> =>
  step(data, pair.from, place, async (part, docs) => {
    for (const doc of docs) await mergeOne(data, part, doc, { ...pair, now });
  });

/** One page of what is exported of one member: plain values under Chinese headings; and where to go on. */
export async function exportStep(
  data: Data,
  memberId: string,
  place: Place,
): Promise<{ pages: { as: string; rows: Row[] }[]; next: Place | undefined }> {
  const pages: { as: string; rows: Row[] }[] = [];
  const next = await step(data, memberId, place, (part, docs) => {
    const { exported } = part.subject;
    const rows = docs.flatMap((doc) => rowsOf(doc, part.subject, memberId));
    if ('as' in exported && rows.length > 0) pages.push({ as: exported.as, rows });
    return Promise.resolve();
  });
  return { pages, next };
}

/** All of one member, a page of one part at a time; empty pages are left out. */
export async function* exportOf(data: Data, memberId: string): AsyncGenerator<{ as: string; rows: Row[] }> {
  for (let place: Place | undefined = START; place !== undefined;) {
    const { pages, next } = await exportStep(data, memberId, place);
    yield* pages;
    place = next;
  }
}
