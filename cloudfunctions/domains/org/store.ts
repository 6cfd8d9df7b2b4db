import type { Database } from '../../kernel/context';
import type { OrgDoc } from '../../schema';

/** The org of this id, or `undefined`. */
export const findOrg = (db: Database, id: string): Promise<OrgDoc | undefined> => db.orgs.get(id);
