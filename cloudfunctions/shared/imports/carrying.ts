import { deriveId } from '../../kernel/ids';
import type { Others } from '../../kernel/others';
import type { ImportDatabase } from './collections';
import type { Came, ImportKind } from './kind';
import { ending } from './rules/import';
import type { ImportDoc, ImportItemDoc } from './shape';
import { nextItems, remember, tally } from './store';

/** Items carried out in one step. */
const BATCH = 10;

export type Way = 'apply' | 'undo';
const under = { apply: 'applying', undo: 'undoing' } as const;
const over = { apply: 'applied', undo: 'undone' } as const;

/**
 * Carries out the next items, or takes the last ones back; true when there are none left. What it does of an item is
 * done once under the item's id, so that a step that was killed is done again.
 */
export async function carryOn(
  db: ImportDatabase,
  others: Others,
  kind: ImportKind,
  { doc, way, now }: { doc: ImportDoc; way: Way; now: number },
): Promise<boolean> {
  const seen = { _id: doc._id, state: under[way] };
  const items = await nextItems(db, doc, way, BATCH);
  if (items.length === 0) {
    await db.imports.update(seen, { set: { state: over[way], ...(await tally(db, doc)) } });
    return true;
  }
  for (const item of items) {
    const commandId = deriveId(way === 'apply' ? 'ia' : 'iu', item._id);
    const came = await kind[way](others, item.act, { orgId: doc.orgId, commandId, by: doc.memberId, now });
    await settle(db, kind, { doc, item, way, came });
  }
  await db.imports.update(seen, { set: await tally(db, doc) });
  return false;
}

async function settle(
  db: ImportDatabase,
  kind: ImportKind,
  { doc, item, way, came }: { doc: ImportDoc; item: ImportItemDoc; way: Way; came: Came },
): Promise<void> {
  const choice = came === 'done' ? kind.remembered?.(item.act, way) : undefined;
  if (choice !== undefined) await remember(db, doc, [{ key: item.key, choice }]);
  const why = came === 'done' ? '' : came.left;
  await db.importitems.update(
    { _id: item._id, state: item.state },
    { set: { state: ending(way, came === 'done'), why } },
  );
}
