import fc from 'fast-check';
import { fieldOf, messageData, templateIdsIn } from '../../../cloudfunctions/shared/notices/rules/message';
import { newNotice, noticeView } from '../../../cloudfunctions/shared/notices/rules/notice';
import {
  capFrees,
  planFor,
  quietUntil,
  STALE_MS,
  unsaid,
  wants,
} from '../../../cloudfunctions/shared/notices/rules/sending';
import type { ConsentsDoc, NoticeDoc } from '../../../cloudfunctions/shared/notices/shape';
import { config } from '../../../contract/config';
import { DAY_MS, HOUR_MS } from '../../../contract/durations';
import { messageTemplates, noticeKinds, noticeKindTable } from '../../../contract/shared/notices/constants';

const all = new Set(messageTemplates);
/** Noon in Shanghai. */
const noon = Date.UTC(2026, 10, 23, 4);
const words = { title: '轮到您了', text: '活动空出一个位子，已为您补上。' };
const notice = (extra: Partial<NoticeDoc> = {}): NoticeDoc => ({
  ...newNotice({ to: 'm1', kind: 'eventSeat', thing: 'e1', about: '1', data: words }, { id: 'n1', now: noon }),
  ...extra,
});
const said = (extra: Partial<ConsentsDoc> = {}): ConsentsDoc => ({
  ...unsaid('m1'),
  left: { event: 1, reply: 1, matter: 1, digest: 1 },
  ...extra,
});
const sentAt = (...times: number[]) => times.map((at, index) => ({ at, about: `n${index}` }));
const hours = fc.record({ from: fc.integer({ min: 0, max: 23 }), to: fc.integer({ min: 0, max: 23 }) });
const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
const hourOf = (instant: number) => Math.floor(((instant + 8 * HOUR_MS) % DAY_MS) / HOUR_MS);

describe('the table of kinds', () => {
  it('says of each when it comes, and turns on only what concerns one’s own', () => {
    const off = noticeKinds.filter((kind) => !noticeKindTable[kind].on);
    expect(off).toEqual(['feedbackDue', 'dataReady']);
    for (const kind of noticeKinds) expect(noticeKindTable[kind].says.length).toBeGreaterThan(5);
  });
});

describe('quiet hours', () => {
  it('a message waits to their end, at every hour and over midnight, and no longer than a day', () => {
    fc.assert(
      fc.property(hours, instants, (quiet, now) => {
        const until = quietUntil(quiet, now);
        expect(until - now).toBeLessThanOrEqual(DAY_MS);
        const inside = (hour: number) =>
          quiet.from < quiet.to
            ? hour >= quiet.from && hour < quiet.to
            : quiet.from > quiet.to && (hour >= quiet.from || hour < quiet.to);
        expect(until > now).toBe(inside(hourOf(now)));
        expect(inside(hourOf(until))).toBe(false);
      }),
    );
  });

  it('of nobody who wants none, a message waits', () => {
    expect(quietUntil(null, noon)).toBe(noon);
    expect(quietUntil({ from: 8, to: 8 }, noon)).toBe(noon);
  });
});

describe('the weekly cap', () => {
  it('whatever comes whenever, in any seven days there are no more messages than it says', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 3 * DAY_MS }), { maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), gaps, (perWeek, waits) => {
        const times: number[] = [];
        let now = noon;
        for (const wait of waits) {
          now += wait;
          const sent = sentAt(...times.slice(-config.messages.perWeek));
          if (capFrees({ sent, perWeek }, now) <= now) times.push(now);
        }
        for (const at of times) {
          expect(times.filter((other) => other >= at && other < at + 7 * DAY_MS).length).toBeLessThanOrEqual(perWeek);
        }
      }),
    );
  });

  it('is free again a week after the message that hinders, and never above the configured one', () => {
    const sent = sentAt(noon - DAY_MS, noon - 3 * DAY_MS, noon - 2 * DAY_MS);
    expect(capFrees({ sent, perWeek: 1 }, noon)).toBe(noon + 6 * DAY_MS);
    expect(capFrees({ sent, perWeek: 3 }, noon)).toBe(noon + 4 * DAY_MS);
    expect(capFrees({ sent, perWeek: 99 }, noon)).toBe(noon + 4 * DAY_MS);
    expect(capFrees({ sent: [], perWeek: 0 }, noon)).toBe(Infinity);
  });
});

describe('what is sent', () => {
  it('is one message by the kind’s own template for one notice', () => {
    expect(planFor(said(), [notice()], all, noon)).toEqual({ how: 'send', template: 'event', notices: [notice()] });
  });

  it('is one digest for several, and without a consent to it the latest alone', () => {
    const due = [notice(), notice({ _id: 'n2', kind: 'feedbackAnswered' })];
    expect(planFor(said(), due, all, noon)).toEqual({ how: 'send', template: 'digest', notices: due });
    const plan = planFor(said({ left: { event: 1, reply: 1 } }), due, all, noon);
    expect(plan).toEqual({ how: 'send', template: 'reply', notices: [due[1]] });
    expect(planFor(said({ left: { digest: 1 } }), due, all, noon)).toMatchObject({ template: 'digest' });
  });

  it('is nothing that was read, is not wanted, is stale, was not consented to, or has no template', () => {
    const none = { how: 'none' };
    expect(planFor(said(), [notice({ read: true })], all, noon)).toEqual(none);
    expect(planFor(said({ on: { eventSeat: false } }), [notice()], all, noon)).toEqual(none);
    expect(planFor(said(), [notice({ kind: 'feedbackDue' })], all, noon)).toEqual(none);
    expect(planFor(said(), [notice({ at: noon - STALE_MS })], all, noon)).toEqual(none);
    expect(planFor(said({ left: {} }), [notice()], all, noon)).toEqual(none);
    expect(planFor(said(), [notice()], new Set(['reply']), noon)).toEqual(none);
    expect(planFor(said(), [], all, noon)).toEqual(none);
  });

  it('waits for the end of quiet hours and for the cap, unless that makes it stale', () => {
    const night = noon + 11 * HOUR_MS;
    const late = notice({ at: night });
    expect(planFor(said(), [late], all, night)).toEqual({ how: 'later', at: noon + 20 * HOUR_MS, notices: [late] });
    const soon = said({ sent: sentAt(noon - 6.5 * DAY_MS), perWeek: 1 });
    expect(planFor(soon, [notice()], all, noon)).toMatchObject({ how: 'later', at: noon + 0.5 * DAY_MS });
    const full = said({ sent: sentAt(noon - DAY_MS), perWeek: 1 });
    expect(planFor(full, [notice()], all, noon)).toEqual({ how: 'none' });
  });

  it('never goes out in quiet hours, over the cap, or without a consent, whatever is due', () => {
    const due = fc.array(
      fc.record({
        kind: fc.constantFrom(...noticeKinds),
        age: fc.integer({ min: 0, max: 3 * DAY_MS }),
        read: fc.boolean(),
      }),
      { maxLength: 5 },
    );
    const left = fc.record({ event: fc.nat(1), reply: fc.nat(1), matter: fc.nat(1), digest: fc.nat(1) });
    const ages = fc.array(fc.integer({ min: 0, max: 10 * DAY_MS }), { maxLength: 3 });
    fc.assert(
      fc.property(due, left, hours, ages, instants, (some, consents, quiet, sent, now) => {
        const person = said({ left: consents, quiet, sent: sentAt(...sent.map((age) => now - age)) });
        const notices = some.map(({ kind, age, read }, index) =>
          notice({ _id: `n${index}`, kind, at: now - age, read }),
        );
        const plan = planFor(person, notices, all, now);
        if (plan.how !== 'send') return;
        expect(quietUntil(quiet, now)).toBe(now);
        expect(sent.filter((age) => age < 7 * DAY_MS).length).toBeLessThan(3);
        expect(consents[plan.template]).toBeGreaterThan(0);
        expect(plan.template === 'digest').toBe(plan.notices.length > 1);
        for (const one of plan.notices) expect(one.read || !wants(person, one.kind)).toBe(false);
      }),
    );
  });
});

describe('a message', () => {
  it('says the notice, cut to what WeChat takes and on one line', () => {
    expect(messageData('event', [notice()])).toEqual({
      thing1: { value: '轮到您了' },
      thing2: { value: words.text },
      time3: { value: '11月23日 12:00' },
    });
    expect(fieldOf('一\n二')).toBe('一 二');
    expect(fieldOf('字'.repeat(30))).toBe(`${'字'.repeat(19)}…`);
    expect(messageData('event', [])).toBeUndefined();
  });

  it('of several says how many and the latest', () => {
    const data = messageData('digest', [notice(), notice({ data: { title: '有了答复', text: 'x' } })]);
    expect(data).toMatchObject({ thing1: { value: '您有 2 条通知' }, thing2: { value: '最近一条：有了答复' } });
  });

  it('fits the field whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const field = fieldOf(text);
        expect(field.length).toBeLessThanOrEqual(20);
        expect(field).not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  it('uses the templates that the deployer names, and overlooks what is not written so', () => {
    expect([...templateIdsIn('event:AbC_1-x, digest:D')]).toEqual([
      ['event', 'AbC_1-x'],
      ['digest', 'D'],
    ]);
    expect(templateIdsIn('other:1,event:,x').size).toBe(0);
  });
});

it('a notice is shown to its receiver without what only the program needs', () => {
  const seen = noticeView(notice());
  expect(seen).toEqual({ id: 'n1', kind: 'eventSeat', thing: 'e1', ...words, at: noon, read: false });
});
