import type { Download } from '../../../contract/shared/exports';
import { EXPORT_LINK_SECONDS, type ExportFormat } from '../../../contract/shared/exports/constants';
import type { MemberContext } from '../../kernel/context';
import type { Files } from '../../kernel/files';
import { deriveId } from '../../kernel/ids';
import { addOnce } from '../../kernel/once';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { pageOf } from '../../kernel/paging';
import { storedIn } from '../../kernel/personal';
import { refuse } from '../../kernel/refuse';
import { defineJob, queueWork, startWork, workState, type Job } from '../work/public';
import { exportCollections } from './collections';
import { putTogether, readPart, type Making } from './making';
import { exportView, newExport } from './rules/request';
import type { AnyExport, ExportDefinition, ExportDoc, ExportParams, Opening } from './shape';

export type {
  AnyExport,
  ExportColumn,
  ExportDefinition,
  ExportDoc,
  ExportPage,
  ExportParams,
  ExportSight,
  Opening,
} from './shape';
export { exportView } from './rules/request';

const own = (others: Others) => openOwn(others, exportCollections).exports;
const PAGE_SIZE = 20;

/** Declares a list that people may take along; a line in `domains/download/definitions.ts` besides. */
export const defineExport = <P extends ExportParams, R>(definition: ExportDefinition<P, R>): AnyExport =>
  definition as unknown as AnyExport;

/** The job that makes files of these lists; its key is the id of the file. */
export const exportJob = (definitions: readonly AnyExport[]): Job =>
  defineJob<unknown, Making>({
    kind: 'export',
    async step(_db, { key, cursor, now, others, files }) {
      const exports = own(others);
      const doc = await exports.get(key);
      const definition = definitions.find(({ kind }) => kind === doc?.kind);
      if (doc === undefined || definition === undefined || doc.state === 'ready') return { done: 'nothing to make' };
      const place = { exports, others, files, now };
      if (cursor === undefined || cursor.next !== null)
        return { cursor: await readPart(place, definition, doc, cursor) };
      await putTogether(place, definition, doc, cursor);
      return { done: `rows ${cursor.rows}` };
    },
  });

type Calling = Pick<MemberContext, 'others' | 'files' | 'now' | 'viewer' | 'requestId'>;

interface Wanted<P> {
  commandId: string;
  params: P;
  format: ExportFormat;
  /** What it is called, without a date: 城南街道团支部名册. */
  title: string;
}

/** Notes that somebody asks for a file, once for each command. Refuses where he may have none of it. */
async function ask(
  { others, viewer, now }: Calling,
  opening: Opening & { readonly purpose: string },
  { commandId, ...wanted }: Wanted<ExportParams>,
): Promise<ExportDoc> {
  const sight = await opening.sight({ others, viewer, now }, wanted.params);
  if (sight === 'none') refuse('FORBIDDEN');
  const { kind, purpose } = opening;
  const person = { id: viewer._id, name: viewer.name };
  const id = deriveId('x', viewer._id, commandId);
  return addOnce(own(others), newExport(id, person, { kind, purpose, sight, ...wanted }, now));
}

/**
 * Starts a file of a list: what is small is ready with the reply, the rest is the timer's. The action that calls it is a
 * command, audited, served by `admin`, replies `{ download }`, and has proved its own permission besides.
 */
export async function startExport<P extends ExportParams>(
  context: Calling,
  definition: AnyExport,
  wanted: Wanted<P>,
): Promise<Download> {
  const { _id } = await ask(context, definition, wanted);
  const { others, files, now, requestId } = context;
  await startWork({ db: undefined, others, files, now, requestId }, exportJob([definition]), _id);
  return exportView((await own(others).get(_id)) ?? refuse('NOT_FOUND'));
}

/** Queues a file that a job of its own makes, by the kind of the job; the key is the id of the file. */
export async function queueExport(
  context: Calling,
  opening: Opening & { readonly purpose: string },
  { job, ...wanted }: Wanted<ExportParams> & { job: string },
): Promise<Download> {
  const doc = await ask(context, opening, wanted);
  await queueWork(context.others, { kind: job }, doc._id, context.now);
  return exportView(doc);
}

/** What a job of its own needs to make a file. */
export const exportsOf = (others: Others) => own(others);
export { layDown } from './making';

/** The viewer's own file, as long as it is kept; else nothing. One round trip. */
export async function findExport(
  { others, viewer, now }: Pick<Calling, 'others' | 'viewer' | 'now'>,
  id: string,
): Promise<ExportDoc | undefined> {
  const doc = await own(others).get(id);
  return doc === undefined || doc.memberId !== viewer._id || doc.expiresAt <= now ? undefined : doc;
}

/** Whether the job of a file was given up; `job` where it is one of its own. One round trip. */
export const isGivenUp = async (others: Others, { _id }: ExportDoc, job = 'export'): Promise<boolean> =>
  (await workState(others, { kind: job }, _id)) === 'failed';

/** Files of the viewer, the latest first. */
export const pageOfExports = ({ others, viewer }: Pick<Calling, 'others' | 'viewer'>, cursor: string | undefined) =>
  pageOf(
    own(others),
    { memberId: viewer._id },
    {
      sort: ['at', -1],
      cursor,
      size: PAGE_SIZE,
      view: (doc: ExportDoc) => exportView(doc),
    },
  );

/** An address for fetching a file, good for a few minutes. */
export async function exportLink({ files, now }: Pick<Calling, 'files' | 'now'>, { path }: ExportDoc) {
  const url = path === null ? undefined : await files.link(path, EXPORT_LINK_SECONDS);
  return url === undefined ? undefined : { url, expiresAt: now + EXPORT_LINK_SECONDS * 1000 };
}

/** Removes a file before its day is over, with what is stored. */
export async function discardExport(others: Others, files: Files, doc: ExportDoc): Promise<void> {
  await files.remove(storedIn({ ...doc, params: {} }, exportCollections.exports.stored ?? []));
  await own(others).remove({ _id: doc._id });
}
