import { newCommandId } from '../../support/stack';
import type { Acts } from '../stale/acts';

export const acts: Acts<'home'> = {
  async 'home.seen'(city) {
    const { changes } = await city.call('youth', 'home.today', {});
    const events = changes.flatMap((change) => (change.kind === 'answered' ? [] : [change.standing]));
    const tickets = changes.flatMap((change) => (change.kind === 'answered' ? [change.id] : []));
    return { who: 'youth', input: { commandId: newCommandId(), events, tickets } };
  },
};
