import fc from 'fast-check';
import { dayOf, formTime, startOfDay } from '../../../contract/day';
import { CODE_ALPHABET, CODE_LENGTH } from '../../../contract/domains/invitation/constants';
import { noteField } from '../../../contract/domains/invitation/fields';
import { mergeReasonField } from '../../../contract/domains/member/fields';
import { transferReasonField } from '../../../contract/domains/transfer/fields';
import { stateOf } from '../../../cloudfunctions/domains/invitation/rules/invitation';
import { eventFields } from '../../../contract/domains/event/fields';
import { readText } from '../../../contract/text';
import { demoEvents } from '../../../demo/events';
import { demoMembers } from '../../../demo/members';
import {
  demoBatch,
  demoGraduation,
  demoInvitations,
  demoMerge,
  demoProposal,
  demoTransfers,
} from '../../../demo/moving';
import { demoReaders } from '../../../demo/reading';
import { demoRecommendations } from '../../../demo/recommendations';
import { checkOrgs } from '../../../cloudfunctions/domains/orgimport/rules/rows';
import { readTable } from '../../../scripts/import/read';
import { writeOrgs } from '../../../scripts/import/write';
import { inRoot } from '../../../scripts/lib/paths';
import { eventDocuments, expand, memberId, type City } from '../../../scripts/seed/documents';
import { invitationDocuments, proposalDocuments } from '../../../scripts/seed/moving';
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

test('whoever invites, goes, is let go or is there twice is somebody of the org that it is about', () => {
  const known = new Map(demoMembers.map((member) => [member.key, member]));
  const { asked, proposed } = demoTransfers;
  const leaving = demoGraduation.groups.flatMap(({ who }) => who.map((key) => [key, demoGraduation.orgId]));
  for (const [key = '', from = ''] of [[asked.who, asked.fromId], [proposed.who, proposed.orgId], ...leaving]) {
    expect([key, known.get(key)?.orgs]).toEqual([key, [from]]);
  }
  expect(known.get(demoMerge.from)?.name).toBe(known.get(demoMerge.to)?.name);
  for (const { by } of [...demoInvitations, demoBatch, demoMerge, demoGraduation, demoProposal]) {
    expect(known.get(by)?.grants).toHaveLength(1);
  }
});

test('of the invitations of the branch one expires within a day, and all have codes as people get them', () => {
  const now = Date.UTC(2026, 10, 29, 4);
  const made = invitationDocuments({ ...city, at: now });
  expect(made.map((doc) => stateOf(doc, now))).toEqual(['open', 'open']);
  expect(made.filter(({ expiresAt }) => expiresAt < now + 24 * 60 * MINUTE)).toHaveLength(1);
  for (const { code } of made) expect(code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`));
});

test('a role of the city waits for the second administrator only where one is asked', () => {
  const at = Date.UTC(2026, 10, 29, 4);
  expect(proposalDocuments({ ...city, at }, { on: false, days: 14 })).toEqual([]);
  expect(proposalDocuments({ ...city, at }, { on: true, days: 14 })).toMatchObject([
    { state: 'proposed', orgId: 'JC', memberId: memberId('cadre'), by: memberId('second-admin') },
  ]);
});

test('texts keep the rules of the fields, name no weekday, and read as Chinese is set', () => {
  const texts = [
    ...demoEvents.flatMap(({ title, place, about, form }) => [title, place, about, ...form.map(({ label }) => label)]),
    ...demoRecommendations.flatMap(({ reason, questions, pointer }) => [reason, ...questions, pointer]),
    ...demoInvitations.map(({ note }) => note),
    ...[demoTransfers.asked.reason, demoTransfers.proposed.reason, demoMerge.reason],
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
  for (const { note } of demoInvitations) expect(readText(note, noteField).problem).toBeUndefined();
  for (const { reason } of [demoTransfers.asked, demoTransfers.proposed]) {
    expect(readText(reason, transferReasonField).problem).toBeUndefined();
  }
  expect(readText(demoMerge.reason, mergeReasonField).problem).toBeUndefined();
});

test('recommendations are published at times of day when somebody would', () => {
  for (const { hour } of demoRecommendations) expect(hour >= 7 && hour <= 21).toBe(true);
});
