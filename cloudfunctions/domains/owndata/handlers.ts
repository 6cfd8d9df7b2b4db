import { dayOf } from '../../../contract/day';
import { roleNames } from '../../../contract/roles';
import type { Handlers, MemberContext } from '../../kernel/context';
import { askErasing, erasingOf, undoErasing } from '../../kernel/memberErasing';
import { holdersOn } from '../../kernel/memberGrants';
import { refuse } from '../../kernel/refuse';
import { queueExport } from '../../shared/exports/public';
import { queueWork, workState } from '../../shared/work/public';
import { findOrgs } from '../org/public';
import { mayLoseCityAdmin, stayCityAdmin } from '../role/public';
import type { OwnDataDatabase } from './collections';
import { COUNT_WORK, EXPORT_WORK, ownExport } from './public';
import { heldAlone, ledBy } from './rules/holders';
import { erasingFrom, ownDataView } from './rules/view';

type Context = MemberContext<OwnDataDatabase>;

const count = { kind: COUNT_WORK };
/** Counted at most twice an hour: the key of the work names the half hour. */
const HALF_HOUR = 1_800_000;
const countKey = ({ viewer, now }: Context): string => `${viewer._id}:${Math.floor(now / HALF_HOUR)}`;

/** Refuses where somebody would leave an org without the only one who can run it; says which, and what to do. */
async function requireNotAlone({ others, viewer, now }: Context): Promise<void> {
  const led = ledBy(viewer.grants, now);
  if (led.length === 0) return;
  const [alone] = heldAlone(viewer._id, viewer.grants, await holdersOn(others, led), now);
  if (alone === undefined) return;
  if (alone.role === 'cityAdmin') refuse('owndata.erase', 'ERASE_LAST_ADMIN');
  const [org] = await findOrgs(others, [alone.orgId]);
  const what = `${org?.name ?? '一个组织'}的${roleNames[alone.role]}`;
  refuse('owndata.erase', 'ERASE_ONLY_HOLDER', {
    message: `您是${what}，现在没有别人担任。请先在“职责”里办交接，或请上级组织另派一位，再来注销。`,
  });
}

export const owndataHandlers: Handlers<'owndata', OwnDataDatabase> = {
  /** Two round trips besides the identity's, at once. */
  async 'owndata.view'(_input, context) {
    const { db, others, viewer, now } = context;
    const [counted, state] = await Promise.all([
      db.datacounts.get(viewer._id),
      workState(others, count, countKey(context)),
    ]);
    return ownDataView(counted, { counting: state === 'due', erasing: viewer.erasing }, now);
  },

  async 'owndata.count'(_input, context) {
    await queueWork(context.others, count, countKey(context), context.now);
    return { counting: true };
  },

  async 'owndata.export'({ commandId }, context) {
    const title = `我的数据 ${dayOf(context.now)}`;
    const wanted = { commandId, params: {}, format: 'zip', title } as const;
    return { download: await queueExport(context, ownExport, { ...wanted, job: EXPORT_WORK }) };
  },

  async 'owndata.erase'(_input, context) {
    const { db, others, viewer, now } = context;
    if (viewer.erasing === undefined) {
      await requireNotAlone(context);
      if (!(await mayLoseCityAdmin(others, viewer._id, now))) refuse('owndata.erase', 'ERASE_LAST_ADMIN');
    }
    const asking = viewer.erasing ?? erasingFrom(now);
    // First the date: without the member's own word it means nothing, and with it nothing is missing.
    await db.erasedates.add({ _id: `${viewer._id}:asked`, why: 'asked', at: asking.at });
    await db.erasedates.update({ _id: `${viewer._id}:asked` }, { set: { at: asking.at } });
    const { askedAt, at } = (await askErasing(others, viewer._id, asking)) ?? refuse('NOT_FOUND');
    return { erasing: { askedAt, at } };
  },

  async 'owndata.undo'(_input, { others, viewer, now }) {
    const undone = await undoErasing(others, viewer._id, now);
    if (!undone && (await erasingOf(others, viewer._id)) !== undefined) refuse('owndata.undo', 'ERASE_TOO_LATE');
    // Also where nothing is left to take back: the call that took it back may have been killed before this.
    await stayCityAdmin(others, viewer._id);
    return { undone: true };
  },
};
