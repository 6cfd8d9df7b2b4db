import type { Database } from '../../kernel/context';
import type { OrgDoc } from '../../documents';

/** The org of this id, or `undefined`. */
export const findOrg = (db: Database, id: string): Promise<OrgDoc | undefined> => db.orgs.get(id);
