import type { ImportItem, ImportView } from '../../../contract/shared/imports';
import {
  IMPORT_APPLY_MS,
  IMPORT_UNDO_MS,
  type ImportState,
  type ImportVerdict,
} from '../../../contract/shared/imports/constants';
import { addOnce } from '../../kernel/once';
import { deriveId } from '../../kernel/ids';
import type { Files } from '../../kernel/files';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { pageOf } from '../../kernel/paging';
import { above, below, type Change, type Conditions } from '../../kernel/port';
import { refuse } from '../../kernel/refuse';
import { wasSeen } from '../commands/rules/commands';
import { changeOnce, documentAfter } from '../commands/store';
import { foreignBinary } from '../sheets/rules/foreign';
import { defineJob, type Job, startWork } from '../work/public';
import { carryOn, type Way } from './carrying';
import { importCollections, type ImportDatabase } from './collections';
import type { ImportKind } from './kind';
import { makePlan, readFile } from './reading';
import { bytesOfPart, newImport } from './rules/import';
import { viewOfImport, viewOfItem } from './rules/view';
import type { ImportDoc } from './shape';
import { decided, remember } from './store';

export type { About, Came, ImportCommand, ImportKind } from './kind';
export type { ImportDoc, PlannedItem } from './shape';

const own = (others: Others): ImportDatabase => openOwn(others, importCollections);
const PAGE = 50;

/** What every act on an import needs of its call. */
interface Calling {
  db: unknown;
  others: Others;
  files: Files;
  now: number;
  requestId: string;
}

/** The job of a kind: reads, plans, carries out and takes back, as its key says: `<import>:<what>:<plan>`. */
export const importJob = (kind: ImportKind): Job =>
  defineJob<unknown, string>({
    kind: `${kind.name}import`,
    async step(_db, { key, cursor, now, others }) {
      const [id = '', what = ''] = key.split(':');
      const db = own(others);
      const doc = await db.imports.get(id);
      if (doc === undefined) return { done: 'gone' };
      if (what === 'apply' || what === 'undo') {
        return (await carryOn(db, others, kind, { doc, way: what, now })) ? { done: what } : { cursor: what };
      }
      if (doc.state !== 'reading') return { done: 'over' };
      if (what === 'read' && cursor === undefined) {
        return (await readFile(db, kind, doc)) === 'read' ? { cursor: 'plan' } : { done: 'wrong' };
      }
      await makePlan(db, others, kind, doc);
      return { done: 'planned' };
    },
  });

/** Begins an import, once under the command. */
export const beginImport = (
  others: Others,
  begun: Pick<ImportDoc, 'kind' | 'orgId' | 'memberId' | 'fileName' | 'size'>,
  { commandId, now }: { commandId: string; now: number },
): Promise<ImportDoc> =>
  addOnce(own(others).imports, newImport({ ...begun, id: deriveId('im', begun.memberId, commandId) }, now));

/** An import of this kind. Refuses with NOT_FOUND. One round trip. */
export async function findImport(others: Others, kind: string, id: string): Promise<ImportDoc> {
  const doc = await own(others).imports.get(id);
  return doc?.kind === kind ? doc : refuse('NOT_FOUND', { message: '这次导入已经过期，请重新选择文件。' });
}

/** Keeps one part of the file. The first of them tells whether it can be a sheet at all. */
export async function addPart(
  others: Others,
  doc: ImportDoc,
  { index, base64 }: { index: number; base64: string },
): Promise<void> {
  if (doc.state !== 'uploading') return;
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length === 0 || bytes.length !== bytesOfPart(doc.size, index)) {
    refuse('BAD_INPUT', { message: '文件没有传完整，请重新选择文件。' });
  }
  const foreign = index === 0 ? foreignBinary(bytes, doc.fileName) : undefined;
  if (foreign !== undefined) refuse('BAD_INPUT', { message: foreign });
  const { _id, expiresAt } = doc;
  const { imports, importparts } = own(others);
  await importparts.add({ _id: `${_id}:${index}`, importId: _id, index, base64, expiresAt });
  await imports.update({ _id, received: below(index + 1) }, { set: { received: index + 1 } });
}

interface Turn {
  state: ImportState;
  expected: Conditions<ImportDoc>;
  change?: Pick<Change<ImportDoc>, 'set' | 'inc'>;
  what: 'read' | 'plan' | Way;
  message?: string;
}

/** Brings an import into its next state, once under the command, and begins the work. */
async function turn(calling: Calling, kind: ImportKind, target: { id: string; commandId: string }, to: Turn) {
  const { imports } = own(calling.others);
  const changed = await changeOnce(imports, target, {
    change: { ...to.change, set: { ...to.change?.set, state: to.state } },
    expected: to.expected,
  });
  const doc = await documentAfter(changed, target, () => imports.get(target.id), to.message);
  await startWork(calling, importJob(kind), `${doc._id}:${to.what}:${doc.plan}`);
  return (await imports.get(doc._id)) ?? doc;
}

type Target = { id: string; commandId: string };

/** All parts are there: has the file read and compared. */
export const readImport = (calling: Calling, kind: ImportKind, target: Target): Promise<ImportDoc> =>
  turn(calling, kind, target, { state: 'reading', expected: { state: 'uploading' }, what: 'read' });

/** Remembers decisions on rows of the preview that stands, and has the file compared anew. */
export async function decideImport(
  calling: Calling,
  kind: ImportKind,
  { doc, ...target }: Target & { doc: ImportDoc },
  decisions: readonly { id: string; choice: string }[],
): Promise<ImportDoc> {
  const db = own(calling.others);
  if (!wasSeen(doc, target.commandId)) await remember(db, doc, await decided(db, doc, decisions));
  return turn(calling, kind, target, {
    state: 'reading',
    expected: { state: 'ready' },
    change: { inc: { plan: 1 } },
    what: 'plan',
  });
}

/** Carries out what the preview says, where nothing is left to decide. */
export const applyImport = (calling: Calling, kind: ImportKind, target: Target): Promise<ImportDoc> =>
  turn(calling, kind, target, {
    state: 'applying',
    expected: { state: 'ready', 'counts.ambiguous': 0, at: above(calling.now - IMPORT_APPLY_MS) },
    change: { set: { appliedAt: calling.now } },
    what: 'apply',
    message: '现在不能导入：还有要您决定的行，或核对已过了三天。请刷新看看，必要时重新选择文件。',
  });

/** Takes all of an import back, within a day. */
export const undoImport = (calling: Calling, kind: ImportKind, target: Target): Promise<ImportDoc> =>
  turn(calling, kind, target, {
    state: 'undoing',
    expected: { state: 'applied', appliedAt: above(calling.now - IMPORT_UNDO_MS) },
    what: 'undo',
    message: '已过了一天，不能整体撤销了；可以逐个改回。',
  });

/** The imports of an org's lists, the latest first. One round trip. */
export const pageOfImports = (
  others: Others,
  { kind, orgId, cursor }: { kind: string; orgId: string; cursor: string | undefined },
  now: number,
): Promise<{ items: ImportView[]; next: string | null }> =>
  pageOf(
    own(others).imports,
    { orgId, kind },
    { sort: ['at', -1], cursor, size: 20, view: (doc: ImportDoc) => viewOfImport(doc, now) },
  );

/** The rows of one kind of an import's preview, in the order of the file. One round trip. */
export const pageOfItems = (
  others: Others,
  doc: ImportDoc,
  verdict: ImportVerdict,
  cursor: string | undefined,
): Promise<{ items: ImportItem[]; next: string | null }> =>
  pageOf(
    own(others).importitems,
    { plan: `${doc._id}:${doc.plan}`, verdict },
    { sort: ['line', 1], cursor, size: PAGE, view: viewOfItem },
  );

export { viewOfImport } from './rules/view';
