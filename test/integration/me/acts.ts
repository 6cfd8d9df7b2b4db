import { newCommandId } from '../../support/stack';
import type { Acts } from '../stale/acts';

export const acts: Acts<'me'> = {
  'me.join': () => {
    const input = { joinCode: 'HANYU2401', name: '新来的', fourteenOrOlder: true as const };
    return Promise.resolve({ who: 'visitor', input: { commandId: newCommandId(), ...input } });
  },
};
