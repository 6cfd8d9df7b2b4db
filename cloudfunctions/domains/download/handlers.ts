import type { Handlers, MemberContext } from '../../kernel/context';
import { refuse } from '../../kernel/refuse';
import {
  discardExport,
  exportLink,
  exportView,
  findExport,
  isGivenUp,
  pageOfExports,
  type ExportDoc,
} from '../../shared/exports/public';
import { jobs, openings } from './definitions';

/** Refuses where what the person may have now is less than what is in the file. */
async function requireStill(context: MemberContext, { kind, params, sight }: ExportDoc): Promise<void> {
  const now = (await openings.get(kind)?.sight(context, params)) ?? 'none';
  if (now === 'none' || (sight === 'full' && now === 'masked')) refuse('download.open', 'DOWNLOAD_RIGHTS');
}

export const downloadHandlers: Handlers<'download'> = {
  'download.mine': ({ cursor }, context) => pageOfExports(context, cursor),

  async 'download.get'({ id }, context) {
    const doc = (await findExport(context, id)) ?? refuse('download.get', 'DOWNLOAD_GONE');
    const failed = doc.state === 'making' && (await isGivenUp(context.others, doc, jobs.get(doc.kind)));
    return { download: exportView(doc, failed) };
  },

  async 'download.open'({ id }, context) {
    const doc = (await findExport(context, id)) ?? refuse('download.open', 'DOWNLOAD_GONE');
    await requireStill(context, doc);
    if (doc.state === 'making') refuse('download.open', 'DOWNLOAD_MAKING');
    const link = (await exportLink(context, doc)) ?? refuse('download.open', 'DOWNLOAD_GONE');
    return { download: exportView(doc), ...link };
  },

  async 'download.discard'({ id }, context) {
    const doc = await findExport(context, id);
    if (doc === undefined) return { discarded: false };
    await discardExport(context.others, context.files, doc);
    return { discarded: true };
  },
};
