import fc from 'fast-check';
import { dayOf, formTime, startOfDay } from '../../../contract/day';
import { eventFields } from '../../../contract/domains/event/fields';
import { readText } from '../../../contract/text';
import { demoEvents } from '../../../demo/events';
import { demoMembers } from '../../../demo/members';
import { demoReaders } from '../../../demo/reading';
import { demoRecommendations } from '../../../demo/recommendations';
import { checkOrgs } from '../../../scripts/import/orgs';
import { readTable } from '../../../scripts/import/read';
import { writeOrgs } from '../../../scripts/import/write';
import { inRoot } from '../../../scripts/lib/paths';
import { eventDocuments, expand, type City } from '../../../scripts/seed/documents';
import { memoryDatabase } from '../kernel/memory';

/*
 * The demo city as somebody reads it who looks at it for the first time: times that a person would choose, and a text
 * that says the same as the times.
 */

const MINUTE = 60_000;
let city: Omit<City, 'at'>;
beforeAll(async () => {
  const { db } = memoryDatabase();
  const checked = checkOrgs(await readTable(inRoot('demo/orgs.csv')));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  await writeOrgs(db, checked.rows, 0, false);
  const orgs = new Map((await db.orgs.find({}, { limit: 1000 })).map((org) => [org._id, org]));
  city = { orgs, books: new Map() };
});

/** Minutes since midnight in Shanghai. */
const clock = (instant: number): number => (instant - startOfDay(dayOf(instant))) / MINUTE;
const at = (time: string): number => clock(Date.parse(`2026-11-29T${time}+08:00`));
/** Any moment at which the city may be made. */
const moments = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 11, 31) });
const documentsAt = (now: number) => eventDocuments({ ...city, at: now });

test('events begin, end and close at times that a person would choose, whenever the city is made', () => {
  fc.assert(
    fc.property(moments, (now) => {
      for (const { startsAt, endsAt, deadline } of documentsAt(now)) {
        expect(clock(startsAt)).toBeGreaterThanOrEqual(at('07:00'));
        expect(clock(endsAt)).toBeLessThanOrEqual(at('21:30'));
        expect(dayOf(endsAt)).toBe(dayOf(startsAt));
        expect(clock(deadline)).toBeGreaterThanOrEqual(at('08:00'));
        expect(clock(deadline)).toBeLessThanOrEqual(at('22:00'));
        expect(formTime(deadline)).toMatch(/:00$/);
        for (const time of [startsAt, endsAt]) expect(clock(time) % 5).toBe(0);
        expect(endsAt).toBeGreaterThan(startsAt);
        expect(endsAt - startsAt).toBeLessThanOrEqual(180 * MINUTE);
        expect(deadline).toBeLessThan(startsAt);
      }
    }),
  );
});

test('whoever opens the city at any hour of its first day can sign up for every event to come', () => {
  fc.assert(
    fc.property(moments, (now) => {
      const toCome = documentsAt(now).filter(({ startsAt }) => startsAt > now);
      expect(toCome.length).toBeGreaterThan(5);
      for (const { deadline } of toCome) expect(deadline).toBeGreaterThan(now);
    }),
  );
});

test('there are past events with people who came, and their sign-ups are from before they closed', () => {
  const now = Date.UTC(2026, 10, 29, 4);
  const past = documentsAt(now).filter(({ endsAt }) => endsAt < now);
  expect(past.length).toBeGreaterThan(1);
  for (const { queue, queued, capacity, deadline, createdAt } of past) {
    expect(queued).toBe(queue.length);
    expect(queue.length).toBeLessThanOrEqual(capacity);
    expect(new Set(queue.map(({ m }) => m)).size).toBe(queue.length);
    for (const { at: when } of queue) expect(when >= createdAt && when < deadline).toBe(true);
  }
});

test('nobody signs up twice, and whoever signs up, leaves or organises is somebody', () => {
  const known = new Set(demoMembers.map(({ key }) => key));
  for (const { by, signups, leaves = [] } of demoEvents) {
    const keys = signups.flatMap(expand);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of [by, ...keys]) expect(known).toContain(key);
    for (const key of leaves) expect(keys).toContain(key);
  }
});

test('texts keep the rules of the fields, name no weekday, and read as Chinese is set', () => {
  const texts = [
    ...demoEvents.flatMap(({ title, place, about, form }) => [title, place, about, ...form.map(({ label }) => label)]),
    ...demoRecommendations.flatMap(({ reason, questions, pointer }) => [reason, ...questions, pointer]),
    ...demoReaders.flatMap(({ days }) => days.map(({ note = '' }) => note)),
  ];
  for (const text of texts) {
    // Days are relative: a weekday would be wrong six times in seven.
    expect(text).not.toMatch(/周[一二三四五六日]|星期[一二三四五六日]/);
    // Half-width marks between Chinese characters, doubled ones, and spaces at the ends.
    expect(text).not.toMatch(/[\u4e00-\u9fff][,;:?!]|[，。；：？！]{2}|^\s|\s$/);
  }
  for (const { title, place, about } of demoEvents) {
    expect(readText(title, eventFields.title).problem).toBeUndefined();
    expect(readText(place, eventFields.place).problem).toBeUndefined();
    expect(readText(about, eventFields.about).problem).toBeUndefined();
  }
});

test('recommendations are published at times of day when somebody would', () => {
  for (const { hour } of demoRecommendations) expect(hour >= 7 && hour <= 21).toBe(true);
});
