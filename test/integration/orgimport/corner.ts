import { newImport } from '../../../cloudfunctions/shared/imports/rules/import';
import { newCommandId } from '../../support/stack';
import { canary, type Corner } from '../authz/corner';

const idOf = (orgId: string) => `im-${orgId}`;
const command = (orgId: string) => ({ commandId: newCommandId(), id: idOf(orgId) });

export const corner: Corner<'orgimport'> = {
  inputs: {
    'orgimport.begin': (orgId) => ({ commandId: newCommandId(), orgId, fileName: '名单.csv', size: 3 }),
    'orgimport.part': (orgId) => ({ ...command(orgId), index: 0, base64: 'YWJj' }),
    'orgimport.preview': command,
    'orgimport.decide': (orgId) => ({
      ...command(orgId),
      decisions: [{ id: `${idOf(orgId)}:0:00000`, choice: 'keep' }],
    }),
    'orgimport.apply': command,
    'orgimport.undo': command,
    'orgimport.get': (orgId) => ({ id: idOf(orgId) }),
    'orgimport.rows': (orgId) => ({ id: idOf(orgId), verdict: 'added' }),
    'orgimport.list': (orgId) => ({ orgId }),
    'orgimport.export': (orgId) => ({ orgId }),
  },
  plant: async (db, paths, now) => {
    const imports = paths.map((path) => {
      const orgId = path.at(-1) ?? '';
      const begun = { kind: 'org', orgId, memberId: 'someone', fileName: canary(orgId), size: 3 };
      return newImport({ id: idOf(orgId), ...begun }, now);
    });
    await db.imports.addAll(imports);
  },
};
