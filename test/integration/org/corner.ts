import { closedCode } from '../../../cloudfunctions/domains/org/rules/naming';
import { command } from '../../support/domains';
import { type Corner, parentOf, standOrgs } from '../authz/corner';

let sent = 0;
/** Another intention each time: what a call is let in to do must not be an earlier one's reply. */
const commandId = () => command((sent += 1));

export const corner: Corner<'org'> = {
  seenBy: { 'org.page': 'org:see' },
  /** The tree as it was, with the codes that people join with. */
  mend: (db) => standOrgs(db, closedCode),
  inputs: {
    'org.joinCode': (orgId) => ({ orgId }),
    'org.joinCodes': (orgId) => ({ orgId }),
    'org.below': (orgId) => ({ orgId }),
    'org.tree': (orgId) => ({ orgId }),
    'org.search': (orgId) => ({ orgId, q: 'org' }),
    'org.page': (orgId) => ({ orgId }),
    'org.preview': (orgId) => ({ kind: 'archive', orgId }),
    'org.changes': (orgId) => ({ orgId }),
    'org.create': (parentId) => ({ commandId: commandId(), parentId, name: '新建团支部', kind: 'branch' }),
    'org.rename': (orgId) => ({ commandId: commandId(), orgId, name: `org${orgId}` }),
    'org.move': (orgId) => ({ commandId: commandId(), orgId, toId: parentOf(orgId) }),
    'org.merge': (orgId) => ({ commandId: commandId(), orgId, toId: parentOf(orgId) }),
    'org.split': (orgId) => ({ commandId: commandId(), orgId, name: '分出的团支部', orgIds: [], memberIds: [] }),
    'org.archive': (orgId) => ({ commandId: commandId(), orgId }),
    'org.restore': (orgId) => ({ commandId: commandId(), orgId }),
    'org.undo': (orgId) => ({ commandId: commandId(), orgId, changeId: 'oc_of-somebody-else' }),
    'org.renewCode': (orgId) => ({ commandId: commandId(), orgId }),
    'org.closeCode': (orgId) => ({ commandId: commandId(), orgId }),
  },
};
