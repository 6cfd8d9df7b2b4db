import type { Handlers, MemberContext } from '../../kernel/context';
import { refuse } from '../../kernel/refuse';
import {
  addPart,
  applyImport,
  beginImport,
  decideImport,
  findImport,
  type ImportDoc,
  pageOfImports,
  pageOfItems,
  readImport,
  undoImport,
  viewOfImport,
} from '../../shared/imports/public';
import { fileReply, writeSheet } from '../../shared/sheets/public';
import { orgKind } from './kind';
import { readTree } from './reading';
import { exportedSheet } from './rules/export';

const kind = orgKind.name;

/** An import that the viewer may act on. */
async function permitted({ others, requirePermissionOnOrg }: MemberContext, id: string): Promise<ImportDoc> {
  const doc = await findImport(others, kind, id);
  await requirePermissionOnOrg(doc.orgId);
  return doc;
}

const shown = (doc: ImportDoc, { now }: MemberContext) => ({ import: viewOfImport(doc, now) });

export const orgimportHandlers: Handlers<'orgimport'> = {
  async 'orgimport.begin'({ commandId, orgId, fileName, size }, context) {
    const org = await context.requirePermissionOnOrg(orgId);
    const { others, viewer, now } = context;
    const begun = { kind, orgId: org._id, memberId: viewer._id, fileName, size };
    return shown(await beginImport(others, begun, { commandId, now }), context);
  },

  async 'orgimport.part'({ id, index, base64 }, context) {
    await addPart(context.others, await permitted(context, id), { index, base64 });
    return { id };
  },

  async 'orgimport.preview'({ commandId, id }, context) {
    await permitted(context, id);
    return shown(await readImport(context, orgKind, { id, commandId }), context);
  },

  async 'orgimport.decide'({ commandId, id, decisions }, context) {
    const doc = await permitted(context, id);
    return shown(await decideImport(context, orgKind, { id, commandId, doc }, decisions), context);
  },

  async 'orgimport.apply'({ commandId, id }, context) {
    await permitted(context, id);
    return shown(await applyImport(context, orgKind, { id, commandId }), context);
  },

  async 'orgimport.undo'({ commandId, id }, context) {
    await permitted(context, id);
    return shown(await undoImport(context, orgKind, { id, commandId }), context);
  },

  'orgimport.get': async ({ id }, context) => shown(await permitted(context, id), context),

  async 'orgimport.rows'({ id, verdict, cursor }, context) {
    return pageOfItems(context.others, await permitted(context, id), verdict, cursor);
  },

  async 'orgimport.list'({ orgId, cursor }, context) {
    const org = await context.requirePermissionOnOrg(orgId);
    return pageOfImports(context.others, { kind, orgId: org._id, cursor }, context.now);
  },

  async 'orgimport.export'({ orgId }, context) {
    const org = await context.requirePermissionOnOrg(orgId);
    const tree = (await readTree(context.others, org._id)) ?? refuse('NOT_FOUND');
    return fileReply(`${org.name}组织名单.xlsx`, await writeSheet(exportedSheet(tree)));
  },
};
