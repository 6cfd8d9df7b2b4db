import * as v from 'valibot';
import { breachesOf } from '../../../scripts/compliance/forbidden';
import { product, type Examined } from '../../../scripts/compliance/subject';
import { complianceTable, saidOf } from '../../../scripts/compliance/table';
import { complianceDocument, complianceValues } from '../../../scripts/build/compliance';

/* Each of these is forbidden, and each is found in a product that has just this one thing too many. */

const nothing: v.GenericSchema = v.strictObject({});
const action = (output: v.GenericSchema, { input = nothing, summary = '一件事' } = {}): Examined => ({
  actions: { 'sample.act': { summary, input, output } },
  collections: {},
  config: {},
});
const fields = (...names: string[]): Examined => ({ actions: {}, collections: { samples: names }, config: {} });
const switched = (config: Record<string, unknown>): Examined => ({ actions: {}, collections: {}, config });
const person = { memberId: v.string(), name: v.string() };
const list = (entries: v.ObjectEntries) => v.object({ items: v.array(v.object(entries)) });
const picked = (key: string, ...options: [string, ...string[]]) =>
  v.strictObject({ [key]: v.optional(v.picklist(options)) });

const forbidden: [string, Examined, string][] = [
  ['a list of those who did not', action(v.object({ absentees: v.array(v.string()) })), 'R1'],
  ['the same under a name that begins with un', action(v.object({ unreadBy: v.array(v.object(person)) })), 'R1'],
  ['an action that says it lists them', action(v.object({}), { summary: '本月未打卡人员名单' }), 'R1'],
  ['a switch that makes something compulsory', switched({ checkin: { mandatory: true } }), 'R1'],
  ['a switch that gives points', switched({ points: true }), 'R1'],
  [
    'an input that makes something compulsory',
    action(v.object({}), { input: v.strictObject({ mandatory: v.boolean() }) }),
    'R1',
  ],
  ['a stored online time', fields('memberId', 'use.onlineMinutes'), 'R2'],
  ['a stored last visit', fields('lastSeen'), 'R2'],
  ['an online time in a reply', action(v.object({ stayMs: v.number() })), 'R2'],
  ['a rank of persons', action(list({ ...person, rank: v.number() })), 'R3'],
  [
    'a number of days for each person',
    action(v.object({ people: v.array(v.object({ name: v.string(), days: v.number() })) })),
    'R3',
  ],
  ['persons by score, in an optional page', action(v.nullable(list({ ...person, score: v.number() }))), 'R3'],
  ['an order by how much somebody read', action(v.object({}), { input: picked('sort', 'name', 'minutes') }), 'R3'],
  ['an exact number of readers', action(v.object({ readers: v.number() })), 'R3'],
  ['so many of so many, not passed through the rule', action(v.object({ count: v.number(), of: v.number() })), 'R3'],
  ['a like beside a score', action(v.record(v.string(), v.object({ likes: v.number(), score: v.number() }))), 'R4'],
  ['a stored like beside a score', fields('likes', 'judging.score'), 'R4'],
  ['a screenshot as proof', action(v.object({}), { input: v.strictObject({ screenshotId: v.string() }) }), 'R5'],
];

it.each(forbidden)('%s is found', (_, examined, rule) => {
  expect(breachesOf(examined).map((breach) => breach.rule)).toContain(rule);
  expect(complianceTable(examined).find((row) => row.rule === rule)?.against).not.toEqual([]);
});

const allowed: [string, Examined][] = [
  ['a number of unread notices of one’s own', action(v.object({ unread: v.number() }))],
  ['a place in a queue, which is one’s own', action(v.object({ place: v.number() }))],
  ['people by name, and who came last', action(v.object({}), { input: picked('sort', 'name', 'joined') })],
  ['the number of days of one’s own month', action(v.object({ days: v.number() }))],
  [
    'a count that passed through the rule',
    action(v.variant('kind', [v.object({ kind: v.literal('exact'), count: v.number(), of: v.number() })])),
  ],
  ['likes that nothing is given for', fields('likes', 'text')],
  ['a switch that is off', switched({ checkin: { mandatory: false } })],
];

it.each(allowed)('%s is not', (_, examined) => {
  expect(breachesOf(examined)).toEqual([]);
});

it('the product as it is has nothing of it, and says for each rule what shows that', () => {
  expect(breachesOf(product()).map(saidOf)).toEqual([]);
  const rows = complianceTable();
  expect(rows.map(({ rule }) => rule)).toEqual(Array.from({ length: 10 }, (_, index) => `R${index + 1}`));
  for (const { rule, evidence } of rows) expect([rule, evidence.length > 0]).toEqual([rule, true]);
});

it('every collection with personal data is looked through by all of its declared fields', () => {
  const { collections } = product();
  expect(collections.checkins).toEqual(expect.arrayContaining(['memberId']));
  expect(Object.values(collections).flat().length).toBeGreaterThan(200);
});

it('the document and the page say the same', () => {
  for (const { evidence } of complianceTable()) {
    for (const one of evidence) expect(complianceDocument()).toContain(`- ${one}`);
  }
  expect(complianceValues()).toContain('"rule": "R10"');
});
