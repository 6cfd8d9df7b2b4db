import { newCommandId } from '../../support/stack';
import type { Acts } from '../stale/acts';

const erase = () => ({ commandId: newCommandId(), confirm: '注销' as const });

export const acts: Acts<'owndata'> = {
  'owndata.count': () => Promise.resolve({ who: 'youth', input: { commandId: newCommandId() } }),
  'owndata.export': () => Promise.resolve({ who: 'youth', input: { commandId: newCommandId() } }),
  'owndata.erase': () => Promise.resolve({ who: 'cadre', input: erase() }),
  async 'owndata.undo'(city) {
    await city.call('youth', 'owndata.erase', erase());
    return { who: 'youth', input: { commandId: newCommandId() } };
  },
};
