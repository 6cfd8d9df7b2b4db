import type { CaseDoc } from '../../../cloudfunctions/shared/moderation/shape';
import { byMachine, newCase } from '../../../cloudfunctions/shared/moderation/rules/cases';
import { memberId } from '../../../scripts/seed/documents';
import { newCommandId, type Stack } from '../../support/stack';
import type { Acts } from '../stale/acts';

/** Decides for the whole city. */
const who = 'admin';
const about = ['JC'];
let made = 0;

/** A case of the branch secretary's note, with whatever is said besides. */
async function planted({ db }: Pick<Stack, 'db'>, now: number, more: Partial<CaseDoc> = {}): Promise<string> {
  const id = `mc-act${(made += 1)}`;
  const org = { _id: 'U01-WX-B01', path: ['JC', 'U01', 'U01-WX', 'U01-WX-B01'], name: '汉语言文学 2401 团支部' };
  const said = { parts: [{ label: '备注', text: '给新同学' }], fields: { text: '给新同学' } };
  const thing = {
    thing: 'i-none',
    version: 0,
    org,
    authorId: memberId('branch-secretary'),
    title: '邀请的备注',
    ...said,
  };
  const checked = { passed: false, state: 'review', why: 'review', found: [] } as const;
  const kind = { kind: 'invitation', cause: 'publication', scene: 2 } as const;
  const filed = newCase({ ...thing, ...kind, id, checked: { ...checked, found: [] } }, now);
  await db.moderationCases.add({ ...filed, ...more });
  return id;
}

const verdict = { verdict: 'rejected', reason: 'advertising', words: '' } as const;

async function claimed(city: Pick<Stack, 'db' | 'call'>, now: number): Promise<string> {
  const id = await planted(city, now);
  await city.call(who, 'moderation.claim', { commandId: newCommandId(), id });
  return id;
}

export const acts: Acts<'moderation'> = {
  'moderation.claim': async (city, now) => ({
    who,
    input: { commandId: newCommandId(), id: await planted(city, now) },
    about,
  }),
  'moderation.release': async (city, now) => ({
    who,
    input: { commandId: newCommandId(), id: await claimed(city, now) },
    about,
  }),
  'moderation.decide': async (city, now) => ({
    who,
    input: { commandId: newCommandId(), id: await claimed(city, now), ...verdict },
    about,
  }),
  'moderation.rejectSpam': async (city, now) => ({
    who,
    input: { commandId: newCommandId(), ids: [await planted(city, now)] },
    about,
  }),
  async 'moderation.undo'(city, now) {
    const id = await claimed(city, now);
    await city.call(who, 'moderation.decide', { commandId: newCommandId(), id, ...verdict });
    return { who, input: { commandId: newCommandId(), id }, about };
  },
  /** Somebody who also decides, so that he finds his own report in the queue. */
  async 'moderation.report'(city) {
    const { items } = await city.call(who, 'recommendation.list', { which: 'visible' });
    const input = { kind: 'recommendation', thing: items[0]?.id ?? '', reason: 'offTopic', words: '' } as const;
    return { who, input: { commandId: newCommandId(), ...input }, about };
  },
  async 'moderation.appeal'(city, now) {
    const rejected = {
      state: 'rejected',
      queue: 'done',
      decisions: [byMachine(now)],
      erasedAt: now + 86_400_000,
    } as const;
    const id = await planted(city, now, { ...rejected, decisions: [byMachine(now)] });
    return { who: 'branch-secretary', input: { commandId: newCommandId(), id, text: '这是误判' } };
  },
};
