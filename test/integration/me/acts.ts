import { newCommandId, openidOf } from '../../support/stack';
import type { Acts } from '../stale/acts';

export const acts: Acts<'me'> = {
  'me.rename': () => Promise.resolve({ who: 'cadre', input: { commandId: newCommandId(), name: '陈望书' } }),
  async 'me.undoRename'(city) {
    const of = newCommandId();
    await city.call('secretary', 'me.rename', { commandId: of, name: '沈知远' });
    return { who: 'secretary', input: { commandId: newCommandId(), of }, about: ['JC'] };
  },
  async 'me.join'(city) {
    // Whom another act has let in.
    await city.db.members.remove({ openid: openidOf('visitor') });
    const input = { joinCode: 'HANYU2401', name: '新来的', fourteenOrOlder: true as const };
    return { who: 'visitor', input: { commandId: newCommandId(), ...input } };
  },
};
