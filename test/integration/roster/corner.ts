import { newName, newRoster } from '../../../cloudfunctions/domains/roster/rules/roster';
import { rosterId } from '../../../cloudfunctions/domains/roster/store';
import type { Database } from '../../../cloudfunctions/schema';
import { newCommandId } from '../../support/stack';
import type { Corner } from '../authz/corner';

const list = { from: 'text', text: '陆清和\n沈遥' } as const;
const question = 'entryYear' as const;

const rosterOf = (orgPath: readonly string[], now: number) => {
  const _id = orgPath.at(-1) ?? '';
  const org = { _id, path: [...orgPath], name: `org${_id}` };
  return newRoster({ id: rosterId(_id), org, by: 'someone' }, { question, direct: false, days: 90 }, now);
};

/** Nothing of it was cleared. */
async function mend(db: Database): Promise<void> {
  for (const roster of await db.rosters.find({}, { limit: 100 })) {
    await db.rosters.update({ _id: roster._id }, { set: { clearedAt: null, expiresAt: roster.until } });
    await db.rosterNames.update({ orgId: roster.orgId }, { set: { cleared: false, expiresAt: roster.until } });
  }
}

export const corner: Corner<'roster'> = {
  inputs: {
    'roster.get': (orgId) => ({ orgId }),
    'roster.preview': (orgId) => ({ orgId, list, question }),
    'roster.import': (orgId) => ({ commandId: newCommandId(), orgId, list, question, direct: false, days: 90 }),
    'roster.revise': (orgId) => ({ commandId: newCommandId(), orgId, direct: false, days: 90 }),
    'roster.setCleared': (orgId) => ({ commandId: newCommandId(), orgId, cleared: true }),
  },
  mend,
  async plant(db, paths, now) {
    const rosters = paths.map((path) => rosterOf(path, now));
    await db.rosters.addAll(rosters);
    await db.rosterNames.addAll(
      rosters.map((roster) => newName(`rn-${roster.orgId}`, { k: roster.orgId, a: '', asks: false }, roster)),
    );
  },
};
