import { commandId } from '../support/gateway';
import { launch, type Phone } from '../support/weapp/launch';

const DAY_MS = 86_400_000;
const EVENT = 'packages/event/detail/index';

describe('活动报名 in the built mini-program', () => {
  let phone: Phone;
  let id: string;
  beforeAll(async () => {
    phone = launch('youth');
    const now = Date.now();
    const session = await phone.ask('me.session', {}, 'branch-secretary');
    const { event } = await phone.ask(
      'event.create',
      {
        commandId: commandId(),
        orgId: session.roles[0]?.org.id ?? '',
        title: '一席诵读',
        kind: 'recitation',
        place: '文学院 101',
        about: '只有一个席位。',
        startsAt: now + 5 * DAY_MS,
        endsAt: now + 5 * DAY_MS + 3_600_000,
        deadline: now + 4 * DAY_MS,
        capacity: 1,
        form: [{ id: 'piece', label: '朗诵篇目', kind: 'text', required: true, options: [] }],
      },
      'branch-secretary',
    );
    id = event.id;
  });
  afterEach(() => expect(phone.complaints).toEqual([]));

  it('says what is missing in Chinese, then takes the seat: 已报名', async () => {
    const page = phone.open(EVENT, { id });
    await page.shows('还有 1 席');
    await page.tap('报名');
    await page.until(() => page.showing('提交，报名').length === 1);
    await page.tap('提交，报名');
    await page.shows('请填写');
    page.type('朗诵篇目', '春江花月夜');
    await page.tap('提交，报名');
    await page.shows('席位已经留好');
    const { event } = await phone.ask('event.get', { id });
    expect(event.mine).toEqual({ state: 'in' });
    expect(event.left).toBe(0);
    page.close();
  });

  it('gives the seat back and, when another has taken it, joins the waitlist: 候补第 1 位', async () => {
    const page = phone.open(EVENT, { id });
    await page.shows('席位已经留好');
    await page.tap('取消报名');
    await page.shows('还有 1 席');

    const answers = [{ fieldId: 'piece', value: '岳阳楼记' }];
    await phone.ask('event.signUp', { commandId: commandId(), id, answers }, 'branch-secretary');
    await page.tap('报名');
    await page.until(() => page.showing('提交，报名').length === 1);
    await page.tap('提交，报名');
    await page.shows('候补第 1 位');
    const { event } = await phone.ask('event.get', { id });
    expect(event.mine).toEqual({ state: 'waiting', place: 1 });
    page.close();
  });
});
