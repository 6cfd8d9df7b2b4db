import { closeAll } from '../../../cloudfunctions/kernel/others';
import { notify } from '../../../cloudfunctions/shared/notices/public';
import { newCommandId, type Stack } from '../../support/stack';
import type { Acts } from '../stale/acts';

/** Somebody who is told things, and says which of them WeChat shall tell him. */
const who = 'cadre';

async function told(city: Pick<Stack, 'call' | 'db'>, now: number): Promise<string> {
  const { member } = await city.call(who, 'me.session', {});
  const about = newCommandId();
  const data = { title: '您的职责有变动', text: '您是支部书记了。' };
  await notify(closeAll(city.db), [{ to: member.id, kind: 'roleChanged', thing: member.id, about, data }], now);
  const { items } = await city.call(who, 'notice.inbox', {});
  return items[0]?.id ?? '';
}

export const acts: Acts<'notice'> = {
  async 'notice.read'(city, now) {
    return { who, input: { commandId: newCommandId(), id: await told(city, now) } };
  },
  async 'notice.readAll'(city, now) {
    const id = await told(city, now);
    return { who, input: { commandId: newCommandId(), upTo: now }, about: [id] };
  },
  'notice.set': () => Promise.resolve({ who, input: { commandId: newCommandId(), perWeek: 1 } }),
  'notice.consent': () => Promise.resolve({ who, input: { commandId: newCommandId(), accepted: ['event'] } }),
};
