import { deriveId } from '../../cloudfunctions/kernel/ids';
import { addDays, startOfDay } from '../../contract/day';
import { commandId } from '../support/gateway';
import { openHouse } from './house';

/* What people write is looked at before others see it; each by what stands on the screen. */
const house = openHouse();

const HOUR_MS = 3_600_000;
const HUOZHE = deriveId('r', 'demo', 'huozhe');

/** WeChat's content check, as its stand-in is told to answer. */
async function wechatSays(moderation: 'pass' | 'review'): Promise<void> {
  const reply = await fetch(`${house.preview.url}/emulator/wechat/settings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ moderation }),
  });
  expect(reply.status).toBe(200);
}
afterEach(() => wechatSays('pass'));

it('an edit that WeChat is not sure of waits; a moderator claims it and passes it; then a reader sees it', async () => {
  await wechatSays('review');
  const author = await house.come({ persona: 'branch-secretary' });
  await author.open('/packages/organise/recommendation/write/index', { id: HUOZHE });
  await author.type('荐语', '分三次读，第三次读出声来。');
  await author.submit();
  await author.sees('改动已提交，正在审核。先前的内容仍然在');
  const youth = await house.come({ persona: 'youth' });
  await youth.open('/packages/book/recommendation/index', { id: HUOZHE });
  await youth.sees(/福贵讲自己的一生/);

  const moderator = await house.come({ persona: 'admin' });
  await moderator.open('/packages/organise/moderation/queue/index');
  await moderator.tap(/活着/);
  await moderator.press('认领');
  await moderator.tap('通过');
  await moderator.submit();
  await moderator.sees(/^通过$/);
  await youth.open('/packages/book/recommendation/index', { id: HUOZHE });
  await youth.sees('分三次读，第三次读出声来。');
});

it('what was turned down is appealed once, and another person decides', async () => {
  const author = await house.come({ persona: 'branch-secretary' });
  const { day, roles } = await author.ask('me.session', {});
  const startsAt = startOfDay(addDays(day, 5)) + 19 * HOUR_MS;
  const { event } = await author.ask('event.create', {
    ...{ commandId: commandId(), orgId: roles[0]?.org.id ?? '', title: '星空朗读会', about: '想来的加微信。' },
    ...{ kind: 'recitation', place: '操场', startsAt, endsAt: startsAt + 2 * HOUR_MS },
    ...{ deadline: startsAt - 24 * HOUR_MS, capacity: 30, form: [] },
  });
  const id = event.held?.caseId ?? '';
  const secretary = await house.come({ persona: 'secretary' });
  await secretary.ask('moderation.claim', { commandId: commandId(), id });
  const refusal = { verdict: 'rejected', reason: 'contact', words: '' } as const;
  await secretary.ask('moderation.decide', { commandId: commandId(), id, ...refusal });

  await author.open('/packages/event/detail/index', { id: event.id });
  await author.tap('看理由');
  await author.sees('不通过：引导私下联系或转账');
  await author.type('申诉理由', '是支部的公用微信，改期时好通知。');
  await author.press('提交申诉');
  await author.sees('申诉正在看');
  await secretary.open('/packages/organise/moderation/case/index', { id });
  await secretary.sees(/要由另一位审核员来看/);

  const admin = await house.come({ persona: 'admin' });
  await admin.open('/packages/organise/moderation/case/index', { id });
  await admin.sees('是支部的公用微信，改期时好通知。');
  await admin.press('认领');
  await admin.tap('通过');
  await admin.submit();
  await admin.sees(/^通过$/);
  const youth = await house.come({ persona: 'youth' });
  await youth.open('/packages/event/detail/index', { id: event.id });
  await youth.sees('星空朗读会');
});
