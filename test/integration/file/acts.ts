import { png } from '../../support/pictures';
import { newCommandId } from '../../support/stack';
import { upload } from '../../support/upload';
import type { Acts, City } from '../stale/acts';

const who = 'youth';

/** A picture that was uploaded by a ticket. */
async function uploaded(city: City): Promise<string> {
  const bytes = png();
  const announced = { purpose: 'feedback', kind: 'png', size: bytes.length } as const;
  const { ticket } = await city.call(who, 'file.ticket', { commandId: newCommandId(), ...announced });
  await upload(city.url, { persona: who, path: ticket.path }, bytes);
  return ticket.id;
}

export const acts: Acts<'file'> = {
  'file.ticket': () =>
    Promise.resolve({
      who,
      input: { commandId: newCommandId(), purpose: 'feedback', kind: 'png', size: 100 },
    }),
  'file.finish': async (city) => ({ who, input: { commandId: newCommandId(), id: await uploaded(city) } }),
  async 'file.discard'(city) {
    const id = await uploaded(city);
    await city.call(who, 'file.finish', { commandId: newCommandId(), id });
    return { who, input: { commandId: newCommandId(), id } };
  },
};
