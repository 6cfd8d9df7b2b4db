import { newCase } from '../../../cloudfunctions/shared/moderation/rules/cases';
import { newCommandId } from '../../support/stack';
import { canary, type Corner } from '../authz/corner';

const commandId = newCommandId;
const verdict = { verdict: 'rejected', reason: 'advertising', words: '' } as const;

export const corner: Corner<'moderation'> = {
  inputs: {
    'moderation.queue': (orgId) => ({ orgId, which: 'first' }),
    'moderation.case': (orgId) => ({ id: `mc-${orgId}` }),
    'moderation.claim': (orgId) => ({ commandId: commandId(), id: `mc-${orgId}` }),
    'moderation.release': (orgId) => ({ commandId: commandId(), id: `mc-${orgId}` }),
    'moderation.decide': (orgId) => ({ commandId: commandId(), id: `mc-${orgId}`, ...verdict }),
    'moderation.rejectSpam': (orgId) => ({ commandId: commandId(), ids: [`mc-${orgId}`] }),
    'moderation.undo': (orgId) => ({ commandId: commandId(), id: `mc-${orgId}` }),
    'moderation.reporters': (orgId) => ({ id: `mc-${orgId}` }),
    'moderation.report': (orgId) => ({
      commandId: commandId(),
      kind: 'recommendation',
      thing: `r-${orgId}`,
      reason: 'offTopic',
      words: '',
    }),
    'moderation.mine': () => ({}),
    'moderation.own': (orgId) => ({ id: `mc-${orgId}` }),
    'moderation.appeal': (orgId) => ({ commandId: commandId(), id: `mc-${orgId}`, text: '这是误判' }),
  },
  seenByCopy: { 'moderation.report': 'recommendation:publish' },
  /** A note of somebody's waits in each org. */
  async plant(db, paths, now) {
    const cases = paths.map((path) => {
      const id = path.at(-1) ?? '';
      const org = { _id: id, path, name: `org${id}` };
      const said = { parts: [{ label: '备注', text: canary(id) }], fields: { text: canary(id) } };
      const thing = { thing: `i-${id}`, version: 0, org, authorId: 'someone', title: '邀请的备注', ...said };
      const checked = { passed: false, state: 'review', why: 'review', found: [] } as const;
      const about = { id: `mc-${id}`, kind: 'invitation', cause: 'publication', scene: 2 } as const;
      return newCase({ ...thing, ...about, checked: { ...checked, found: [] } }, now);
    });
    await db.moderationCases.addAll(cases);
  },
};
