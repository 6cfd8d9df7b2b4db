import { fileErrors } from '../../../contract/domains/file/errors';
import type { FileView } from '../../../contract/shared/files';
import { fileRules, LINK_SECONDS, type FilePurpose, type FileVerdict } from '../../../contract/shared/files/constants';
import type { MemberContext } from '../../kernel/context';
import type { Files } from '../../kernel/files';
import { deriveId, hashOf } from '../../kernel/ids';
import { addOnce } from '../../kernel/once';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { among } from '../../kernel/port';
import { refuse } from '../../kernel/refuse';
import { checkContent } from './check';
import { fileCollections } from './collections';
import { faultOf, keptPath, ticketFor, unattachedUntil, type Announced } from './rules/ticket';
import { fileView, isSeen } from './rules/view';
import type { FileDoc, Sight } from './shape';
import { findTakeable, store } from './store';

export { fileView } from './rules/view';
export type { FileDoc, Sight } from './shape';

const own = (others: Others) => openOwn(others, fileCollections).files;

type Calling = Pick<MemberContext, 'others' | 'files' | 'now' | 'viewer'>;

/** A ticket for one file; again with the same command it is the same. One round trip. */
export async function issueTicket(
  { others, viewer, now }: Calling,
  { commandId, ...announced }: Announced & { commandId: string },
): Promise<FileDoc> {
  const fault = faultOf(announced);
  if (fault !== undefined) refuse('file.ticket', fault.code, { message: fault.message });
  const id = deriveId('file', viewer._id, commandId);
  return addOnce(own(others), ticketFor(id, viewer._id, announced, now));
}

/**
 * Checks what was uploaded by a ticket and keeps it, cleaned, at a path that no client can write. Again it changes
 * nothing. Refuses what is not what was announced, and removes it; the ticket stays good for another upload until it
 * expires. Two round trips and those of the storage.
 */
export async function finishUpload({ others, files, viewer, now }: Calling, id: string): Promise<FileDoc> {
  const doc = await own(others).get(id);
  if (doc === undefined || doc.memberId !== viewer._id) refuse('file.finish', 'FILE_GONE');
  if (doc.state === 'stored') return doc;
  if ((doc.expiresAt ?? 0) <= now) refuse('file.finish', 'FILE_EXPIRED');
  const content = await files.read(doc.upload, fileRules[doc.purpose].maxBytes);
  if (content === 'missing') refuse('file.finish', 'FILE_MISSING');
  const checked =
    content === 'too large' ? ({ code: 'FILE_TOO_LARGE' } as const) : await checkContent(content, doc.kind);
  if ('code' in checked) {
    await files.remove([doc.upload]);
    refuse('file.finish', checked.code, { message: 'message' in checked ? checked.message : undefined });
  }
  const { bytes, width, height } = checked;
  const path = keptPath(doc, hashOf(bytes.toString('base64')));
  await files.put(path, bytes);
  const sizes = { path, size: bytes.length, width, height };
  const stored = await store(own(others), id, { ...sizes, expiresAt: unattachedUntil(now) });
  await files.remove([doc.upload]);
  return stored ?? standing(others, files, id, path);
}

/** The file as another call stored it; what this one stored beside it goes. */
async function standing(others: Others, files: Files, id: string, mine: string): Promise<FileDoc> {
  const doc = (await own(others).get(id)) ?? refuse('file.finish', 'FILE_GONE');
  if (doc.path !== mine) await files.remove([mine]);
  return doc;
}

/** Removes a file that the viewer uploaded and nothing has taken; false where there is none. Two round trips. */
export async function discardFile({ others, files, viewer }: Calling, id: string): Promise<boolean> {
  const free = { _id: id, memberId: viewer._id, of: null };
  const [doc] = await own(others).find(free, { limit: 1 });
  if (doc === undefined) return false;
  await files.remove(pathsOf(doc));
  return (await own(others).remove(free)) > 0;
}

const pathsOf = ({ upload, path }: FileDoc): string[] => (path === null ? [upload] : [upload, path]);

/** Files that a thing is to take along. */
export interface Taking {
  readonly purpose: FilePurpose;
  readonly ids: readonly string[];
  /** The thing, `<domain>:<id>`. */
  readonly of: string;
}

/**
 * Refuses where one of the files is not the viewer's, is for something else, belongs to another thing or is gone. To be
 * asked before the thing is written. One round trip, none for no files.
 */
export async function requireFiles({ others, viewer }: Calling, taking: Taking): Promise<FileDoc[]> {
  const found = await findTakeable(own(others), { ...taking, memberId: viewer._id });
  if (found.length < taking.ids.length) refuse('NOT_FOUND', { message: fileErrors.FILE_GONE });
  return found;
}

/**
 * Gives files to a thing, after it was written, so that a call that was killed between leaves none that belongs to
 * nothing; again it changes nothing. `verdict`: `waiting` unless nobody but the uploader and the office ever sees them.
 * One round trip, none for no files.
 */
export async function attachFiles(
  { others, viewer }: Calling,
  { purpose, ids, of }: Taking,
  verdict: Exclude<FileVerdict, 'refused'> = 'waiting',
): Promise<void> {
  if (ids.length === 0) return;
  await own(others).update(
    { _id: among(ids), memberId: viewer._id, purpose, state: 'stored', of: null },
    { set: { of, verdict }, unset: ['expiresAt'] },
  );
}

/** The files of several things, by `of`. One round trip, none for no things. */
export async function filesOf(others: Others, things: readonly string[]): Promise<Map<string, FileView[]>> {
  const views = new Map<string, FileView[]>(things.map((thing) => [thing, []]));
  if (things.length === 0) return views;
  const found = await own(others).find({ of: among(things) }, { limit: 1000 });
  for (const doc of found) views.get(doc.of ?? '')?.push(fileView(doc));
  return views;
}

/** Removes all files of a thing, with what is stored. Two round trips and one to the storage. */
export async function removeFilesOf(others: Others, files: Files, of: string): Promise<void> {
  const found = await own(others).find({ of }, { limit: 1000 });
  await files.remove(found.flatMap(pathsOf));
  await own(others).remove({ of });
}

/** One file as it is kept, for whoever checks its content; `undefined` where there is none. One round trip. */
export async function findFile(others: Others, id: string): Promise<FileDoc | undefined> {
  const doc = await own(others).get(id);
  return doc?.state === 'stored' ? doc : undefined;
}

/** Writes what was found of a file's content; false where it is gone. One round trip. */
export const applyVerdict = async (others: Others, id: string, verdict: FileVerdict): Promise<boolean> =>
  (await own(others).update({ _id: id, state: 'stored' }, { set: { verdict } })) > 0;

/** An address for looking at a file that somebody may see, good for a few minutes. None to the database. */
export async function linkTo({ files, now }: Pick<Calling, 'files' | 'now'>, doc: FileDoc) {
  const url = doc.path === null ? undefined : await files.link(doc.path, LINK_SECONDS);
  return url === undefined ? undefined : { url, expiresAt: now + LINK_SECONDS * 1000 };
}

/** Whether somebody sees a file: his own always, another's as far as he sees what it belongs to. */
export const maySee = (doc: FileDoc, viewerId: string, sight: Sight): boolean =>
  isSeen(doc, doc.memberId === viewerId ? 'any' : sight);
