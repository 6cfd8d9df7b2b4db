import type { Handlers } from '../../kernel/context';
import { refuse } from '../../kernel/refuse';
import {
  discardFile,
  fileView,
  findFile,
  finishUpload,
  issueTicket,
  linkTo,
  maySee,
  type FileDoc,
} from '../../shared/files/public';
import { sights } from './purposes';

const ticketOf = ({ _id, upload, expiresAt = 0 }: FileDoc) => ({ id: _id, path: upload, expiresAt });

/** The id of the thing that a file belongs to. */
const thingOf = ({ of }: FileDoc): string | undefined => of?.slice(of.indexOf(':') + 1);

export const fileHandlers: Handlers<'file'> = {
  'file.ticket': async (input, context) => ({ ticket: ticketOf(await issueTicket(context, input)) }),

  'file.finish': async ({ id }, context) => ({ file: fileView(await finishUpload(context, id)) }),

  'file.discard': async ({ id }, context) => ({ discarded: await discardFile(context, id) }),

  async 'file.open'({ id }, context) {
    const doc = (await findFile(context.others, id)) ?? refuse('file.open', 'FILE_GONE');
    const thing = thingOf(doc);
    const isOwn = doc.memberId === context.viewer._id;
    const sight = isOwn || thing === undefined ? 'none' : await sights[doc.purpose](context, thing);
    // As if there were none: whoever may not see it need not know that it is there.
    if (!maySee(doc, context.viewer._id, sight)) refuse('file.open', 'FILE_GONE');
    return (await linkTo(context, doc)) ?? refuse('file.open', 'FILE_GONE');
  },
};
