import { command, openTown, person, type Town } from '../../support/domains';
import { HOUR, NOW, plan } from '../../support/eventPlan';
import { runJob } from '../../support/runJob';
import { sealedWords } from '../../../cloudfunctions/domains/moderation/jobs';
import { moderated } from '../../../cloudfunctions/domains/moderation/kinds';
import { closeAll } from '../../../cloudfunctions/kernel/others';
import { holdMedia, mediaVerdictOn, retryOwn, sample } from '../../../cloudfunctions/shared/moderation/public';
import type { MemberContext } from '../../../cloudfunctions/kernel/context';

const DAY = 24 * HOUR;
let calls = 0;
const commandId = () => command((calls += 1));
const codeOf = (reply: { ok: boolean; code?: string }) => (reply.ok ? 'ok' : reply.code);

async function open() {
  const town = await openTown(NOW, {}, [person('first', 'east', [{ role: 'moderator', orgId: 'east' }])]);
  const pass = town.wechat.answer;
  const say = (suggest: 'pass' | 'review' | 'risky' | 'down') => {
    town.wechat.answer =
      suggest === 'pass'
        ? pass
        : () => Promise.resolve(suggest === 'down' ? { errcode: -1 } : { errcode: 0, result: { suggest } });
  };
  const decide = async (id: string, verdict: 'visible' | 'rejected') => {
    await town.done('first', 'moderation.claim', { commandId: commandId(), id });
    const said = { verdict, reason: verdict === 'visible' ? null : 'insult', words: '' } as const;
    return town.call('first', 'moderation.decide', { commandId: commandId(), id, ...said });
  };
  const undo = (id: string) => town.done('first', 'moderation.undo', { commandId: commandId(), id });
  const create = (title = plan.title) =>
    town.done('secretary', 'event.create', { commandId: commandId(), orgId: 'eastBranch', form: [], ...plan, title });
  const signUp = (id: string) => town.call('reader', 'event.signUp', { commandId: commandId(), id, answers: [] });
  const get = (who: string, id: string) => town.call(who, 'event.get', { id });
  return { town, say, decide, undo, create, signUp, get };
}

/** The cases of a kind, the first filed first. */
const casesOf = (town: Town, kind: 'event' | 'name' | 'invitation' | 'joinAnswer' | 'file') =>
  town.db.moderationCases.find({ kind }, { sort: [['at', 1]], limit: 9 });

describe('an event that waits', () => {
  it('is there for its organisers only, and for everybody once it passes', async () => {
    const { town, say, decide, create, signUp, get } = await open();
    say('review');
    const { event } = await create('等着的活动');
    expect(event).toMatchObject({ cancelled: false, held: { of: 'publication', state: 'waiting' }, mayManage: true });
    expect(codeOf(await get('reader', event.id))).toBe('NOT_FOUND');
    expect(codeOf(await town.call('reader', 'event.preview', { id: event.id }))).toBe('NOT_FOUND');
    expect(codeOf(await signUp(event.id))).toBe('NOT_FOUND');
    expect(codeOf(await town.call('head', 'event.signUp', { commandId: commandId(), id: event.id, answers: [] }))).toBe(
      'EVENT_CANCELLED',
    );
    const { items } = await town.done('secretary', 'event.list', { which: 'own' });
    expect(items).toMatchObject([{ title: '等着的活动', cancelled: false, held: { state: 'waiting' } }]);
    expect((await town.done('reader', 'event.list', { which: 'open' })).items).toEqual([]);
    expect(codeOf(await decide(event.held?.caseId ?? '', 'visible'))).toBe('ok');
    expect(codeOf(await signUp(event.id))).toBe('ok');
    expect(await get('reader', event.id)).not.toHaveProperty('data.event.held');
  });

  it('called off by its organiser meanwhile stays off when it passes', async () => {
    const { town, say, decide, create, get } = await open();
    say('review');
    const { event } = await create();
    const off = { commandId: commandId(), id: event.id, cancelled: true };
    const { event: standing } = await town.done('secretary', 'event.setCancelled', off);
    expect(standing).toMatchObject({ cancelled: true, held: { state: 'waiting' } });
    await decide(event.held?.caseId ?? '', 'visible');
    // Its case said that it was to take place; what its organiser has done since counts.
    expect(await get('secretary', event.id)).toMatchObject({ data: { event: { cancelled: true } } });
  });

  it('is rewritten in place, and shown when the new words pass', async () => {
    const { town, say, create, get } = await open();
    say('risky');
    const { event } = await create('坏的');
    expect(event.held).toMatchObject({ state: 'rejected' });
    const revise = (title: string) =>
      town.done('secretary', 'event.revise', { commandId: commandId(), id: event.id, version: 1, ...plan, title });
    say('pass');
    const { event: better } = await revise('好的');
    expect(better).toMatchObject({ title: '好的', cancelled: false });
    expect(better).not.toHaveProperty('held');
    expect(codeOf(await get('reader', event.id))).toBe('ok');
  });
});

describe('an event with people in it', () => {
  it('keeps its words while a change waits; the change moves people up when it passes', async () => {
    const { town, say, decide, create, signUp, get } = await open();
    const { event } = await create();
    await signUp(event.id);
    say('review');
    const wanted = { ...plan, title: '改过的名字', capacity: 5 };
    const edit = { commandId: commandId(), id: event.id, version: 1, ...wanted };
    const { event: held } = await town.done('secretary', 'event.revise', edit);
    expect(held).toMatchObject({ title: plan.title, capacity: plan.capacity, held: { of: 'edit', state: 'waiting' } });
    expect(await town.done('secretary', 'event.revise', edit)).toEqual({ event: held });
    expect(await get('reader', event.id)).not.toHaveProperty('data.event.held');
    // Time and seats alone are no words, and need nobody.
    const id = held.held?.caseId ?? '';
    const { before, parts } = (await town.done('first', 'moderation.case', { id })).case;
    expect([before[0]?.text, parts[0]?.text]).toEqual([plan.title, '改过的名字']);
    expect(codeOf(await decide(id, 'visible'))).toBe('ok');
    expect(await get('reader', event.id)).toMatchObject({ data: { event: { title: '改过的名字', capacity: 5 } } });
    expect((await town.db.cards.find({ to: 'reader' }, { limit: 1 }))[0]?.data).toMatchObject({ title: '改过的名字' });
  });

  it('a change that is turned down leaves it as it is, and is gone when its time is over', async () => {
    const { town, say, decide, undo, create, get } = await open();
    const { event } = await create();
    say('review');
    const edit = { commandId: commandId(), id: event.id, version: 1, ...plan, title: '坏名字' };
    const id = (await town.done('secretary', 'event.revise', edit)).event.held?.caseId ?? '';
    await decide(id, 'rejected');
    expect(await get('secretary', event.id)).toMatchObject({ data: { event: { held: { state: 'rejected' } } } });
    await undo(id);
    expect(await get('secretary', event.id)).toMatchObject({ data: { event: { held: { state: 'waiting' } } } });
    await decide(id, 'rejected');
    await runJob(sealedWords, town.db, NOW + 14 * DAY);
    expect(await town.db.events.get(event.id)).not.toHaveProperty('held');
    expect(JSON.stringify(await town.dump())).not.toContain('坏名字');
  });

  it('reported and turned down it is off for those who signed up, without its words; taken back it is as it was', async () => {
    const { town, decide, undo, create, signUp, get } = await open();
    const { event } = await create('挨骂的活动');
    await signUp(event.id);
    const said = { kind: 'event', thing: event.id, reason: 'insult', words: '' } as const;
    await town.done('reader', 'moderation.report', { commandId: commandId(), ...said });
    const [filed] = await casesOf(town, 'event');
    const id = filed?._id ?? '';
    await decide(id, 'rejected');
    expect(codeOf(await get('reader', event.id))).toBe('NOT_FOUND');
    expect((await town.done('reader', 'event.list', { which: 'mine' })).items).toEqual([]);
    const [card] = await town.db.cards.find({ to: 'reader' }, { limit: 1 });
    expect(card?.data).toMatchObject({ title: '（活动已下架）', place: '', cancelled: true });
    await undo(id);
    expect(await get('reader', event.id)).toMatchObject({ data: { event: { title: '挨骂的活动', cancelled: false } } });
    await decide(id, 'rejected');
    await runJob(sealedWords, town.db, NOW + 14 * DAY);
    expect(JSON.stringify(await town.dump())).not.toContain('挨骂的活动');
    expect((await town.db.events.get(event.id))?.queued).toBe(1);
  });
});

describe('names and free texts', () => {
  it('a new name is told to nobody before it passes, and followed then', async () => {
    const { town, say, decide } = await open();
    say('review');
    const renamed = await town.done('reader', 'me.rename', { commandId: commandId(), name: '新的名字' });
    expect(renamed).toMatchObject({ name: 'reader同志', held: { of: 'edit', state: 'waiting' } });
    const id = renamed.held?.caseId ?? '';
    expect((await town.done('first', 'moderation.case', { id })).case.before).toEqual([
      { label: '现在的姓名', text: 'reader同志' },
    ]);
    await decide(id, 'visible');
    expect((await town.db.members.get('reader'))?.name).toBe('新的名字');
    expect(codeOf(await town.call('reader', 'me.rename', { commandId: commandId(), name: '又一个' }))).toBe(
      'RENAMED_LATELY',
    );
  });

  it('one turned down leaves the old one, and costs nothing of the thirty days', async () => {
    const { town, say, decide } = await open();
    say('review');
    const { held } = await town.done('reader', 'me.rename', { commandId: commandId(), name: '坏名字' });
    await decide(held?.caseId ?? '', 'rejected');
    say('pass');
    expect(await town.done('reader', 'me.rename', { commandId: commandId(), name: '好名字' })).toEqual({
      name: '好名字',
    });
  });

  it('a note beside an invitation is empty until it passes', async () => {
    const { town, say, decide } = await open();
    say('review');
    const asked = {
      commandId: commandId(),
      orgId: 'eastBranch',
      days: 7,
      limit: 5,
      approval: false,
      note: '给新同学',
    } as const;
    const { invitation } = await town.done('secretary', 'invitation.create', asked);
    expect(invitation.note).toBe('');
    const [filed] = await casesOf(town, 'invitation');
    await decide(filed?._id ?? '', 'visible');
    expect((await town.db.invitations.get(invitation.id))?.note).toBe('给新同学');
  });
});

describe('when WeChat is there again', () => {
  const context = (town: Town, unchecked?: number) =>
    ({
      others: closeAll(town.db),
      viewer: { _id: 'secretary', ...(unchecked !== undefined && { unchecked }) },
      now: town.clock.now,
      callWechatAboutCaller: (name: string, params: Record<string, unknown>) => town.wechat.answer(name, params),
    }) as unknown as Pick<MemberContext, 'others' | 'viewer' | 'now' | 'callWechatAboutCaller'>;

  it.each([
    ['pass', 'visible'],
    ['risky', 'rejected'],
    ['review', 'review'],
    ['down', 'pending'],
  ] as const)('%s makes what waited %s, once', async (suggest, state) => {
    const { town, say, create } = await open();
    say('down');
    await create();
    expect((await town.db.members.get('secretary'))?.unchecked).toBe(NOW);
    say(suggest);
    town.clock.now += 61_000;
    await Promise.all([retryOwn(context(town, NOW), moderated), retryOwn(context(town, NOW), moderated)]);
    expect((await casesOf(town, 'event')).map((one) => one.state)).toEqual([state]);
    await retryOwn(context(town, NOW), moderated);
    expect((await town.db.members.get('secretary'))?.unchecked).toBe(state === 'pending' ? NOW : undefined);
    await retryOwn(context(town), moderated);
  });
});

describe('pictures, sound and video', () => {
  const file = (town: Town, media: 'image' | 'audio' | 'video', id: string) => {
    const context = {
      ...{ others: closeAll(town.db), now: town.clock.now, appId: 'wx1' },
      callWechatAboutCaller: (name: string, params: Record<string, unknown>) => town.wechat.answer(name, params),
    } as Parameters<typeof holdMedia>[0];
    const org = { _id: 'east', path: ['city', 'east'], name: '东' };
    const thing = { thing: id, version: 0, org, authorId: 'reader', title: '照片', parts: [], fields: null };
    const about = { id: `mc-${id}`, kind: 'file', cause: 'publication', scene: 3 } as const;
    return holdMedia(context, { ...thing, ...about, file: { media, fileId: id, url: 'https://a.example/1' } });
  };
  const push = (traceId: string, suggest: 'pass' | 'review' | 'risky' | 'none', appId = 'wx1') => ({
    traceId,
    suggest,
    appId,
  });

  it('wait for the verdict that is pushed, which counts once and for the mini-program that asked', async () => {
    const { town } = await open();
    town.wechat.answer = () => Promise.resolve({ errcode: 0, trace_id: 't1' });
    expect(await file(town, 'image', 'f1')).toMatchObject({ state: 'pending', why: 'media', retryAt: null });
    const take = (...args: Parameters<typeof push>) => mediaVerdictOn(closeAll(town.db), moderated, push(...args), NOW);
    expect(await take('t2', 'pass')).toBe('unknown');
    expect(await take('t1', 'pass', 'wx2')).toBe('unknown');
    expect(await take('t1', 'risky')).toBe('done');
    expect(await take('t1', 'pass')).toBe('seen');
    expect((await town.db.moderationCases.get('mc-f1'))?.state).toBe('rejected');
  });

  it('that WeChat could not fetch, was not there for or does not look at are a person’s', async () => {
    const { town } = await open();
    town.wechat.answer = () => Promise.resolve({ errcode: 0, trace_id: 't3' });
    await file(town, 'audio', 'f3');
    await mediaVerdictOn(closeAll(town.db), moderated, push('t3', 'none'), NOW);
    expect(await town.db.moderationCases.get('mc-f3')).toMatchObject({ state: 'review', why: 'unknown' });
    expect(await file(town, 'video', 'f4')).toMatchObject({ state: 'review', why: 'video' });
    town.wechat.answer = () => Promise.reject(new Error('INVALID_PARAM: missing wxCloudApiToken'));
    expect(await file(town, 'image', 'f5')).toMatchObject({ state: 'review', why: 'token' });
    town.wechat.answer = () => Promise.resolve({ errcode: 45009 });
    expect(await file(town, 'image', 'f6')).toMatchObject({ state: 'review', why: 'quota' });
  });
});

it('a share of what passed is looked at by a person, while it is up', async () => {
  const { town } = await open();
  const org = { _id: 'east', path: ['city', 'east'], name: '东' };
  const thing = {
    version: 1,
    org,
    authorId: 'reader',
    title: '荐书',
    parts: [],
    fields: null,
    kind: 'event',
    scene: 3,
  } as const;
  for (let index = 0; index < 300; index += 1)
    await sample(closeAll(town.db), { ...thing, parts: [], thing: `e${index}` }, NOW);
  const sampled = await town.db.moderationCases.count({ cause: 'sample' });
  expect(sampled).toBeGreaterThan(0);
  expect(sampled).toBeLessThan(30);
  expect(
    (await town.done('first', 'moderation.queue', { orgId: 'east', which: 'sample' })).items.length,
  ).toBeGreaterThan(0);
});
