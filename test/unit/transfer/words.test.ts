import type { Grant } from '../../../cloudfunctions/kernel/grants';
import {
  changeOf,
  mayRelease,
  newGraduate,
  newRequest,
  rolesOn,
} from '../../../cloudfunctions/domains/transfer/rules/transfer';
import {
  graduationView,
  isAnswerUndo,
  isOwnUndo,
  orgsNamedBy,
  transferView,
  undoUntil,
} from '../../../cloudfunctions/domains/transfer/rules/view';
import { ownRows, receivingRows } from '../../../cloudfunctions/domains/transfer/rules/waiting';
import { UNDO_MS } from '../../../contract/domains/transfer/constants';

/* How a movement reads for the person and for the orgs, and what it changes. */

const NOW = 1000;
const from = { _id: 'branch', path: ['city', 'east', 'branch'], name: '东支部' };
const to = { _id: 'other', path: ['city', 'west', 'young', 'team', 'other'], name: '西支部' };
const request = newRequest({ id: 't1', memberId: 'reader', by: 'reader', from, to }, NOW);
type Movement = typeof request;
const graduate = (more: { to?: typeof to | null; joins?: boolean } = {}): Movement =>
  newGraduate(
    { ...{ id: 't2', memberId: 'reader', by: 'head', from, to, joins: false, wasThere: false, roles: [] }, ...more },
    NOW,
  );

describe('on 我的, a movement', () => {
  const row = (more: Partial<Movement>) =>
    ownRows([{ ...request, ...more }]).map(({ title, asks }) => [title, asks])[0];

  it.each([
    [['转到西支部', false], {}],
    [['书记建议您转到西支部', true], { proposed: true }],
    [['已加入西支部', true], { state: 'done' }],
    [['已加入西支部', true], { state: 'done', fromName: null }],
    [['西支部没有同意', true], { state: 'declined' }],
    [['转到西支部没有等到答复', true], { state: 'expired' }],
    [['没能转到西支部', true], { state: 'void' }],
    [['毕业去向：西支部', true], { kind: 'graduation', state: 'open' }],
    [['毕业去向：暂无', true], { kind: 'graduation', state: 'done', toName: null }],
    [['已加入西支部', true], { kind: 'graduation', state: 'done', settledAt: NOW }],
    [['西支部没有同意', true], { kind: 'graduation', state: 'declined' }],
  ] as const)('reads %j', (expected, more) => {
    expect(row(more)).toEqual(expected);
  });

  it('that is over says joined where he came from nowhere, and moved where he came from another branch', () => {
    const context = (fromName: string | null) => ownRows([{ ...request, fromName, state: 'done' }])[0]?.context;
    expect([context(null), context('东支部')]).toEqual(['加入办好了', '转接办好了']);
  });

  it.each([
    ['he left by himself', { kind: 'leave', state: 'done' }],
    ['he withdrew', { state: 'withdrawn' }],
    ['it is under way', { state: 'moving' }],
    ['he said that it is right to be nowhere yet', { kind: 'graduation', state: 'done', toName: null, settledAt: NOW }],
  ] as const)('says nothing where %s', (_why, more) => {
    expect(row(more)).toBeUndefined();
  });

  it('says where he comes from, and of an org more that it is one', () => {
    const asked = ownRows([request, { ...request, fromName: null }]);
    expect(asked.map(({ context }) => context)).toEqual(['从东支部', '对方同意后生效']);
    const joining = (state: 'open' | 'expired' | 'void') => ownRows([{ ...request, state, fromName: null }])[0]?.title;
    expect([joining('open'), joining('expired'), joining('void')].filter((title) => !title?.includes('加入'))).toEqual(
      [],
    );
  });

  it('stands at when it was closed, and before that at when it began', () => {
    expect(ownRows([request, { ...request, state: 'declined', closedAt: 2000 }]).map(({ at }) => at)).toEqual([
      NOW,
      2000,
    ]);
  });
});

it('who asks to come is one row for each org, since the first asked and until the first lapses', () => {
  const later = { ...request, _id: 't3', at: 2000, until: 3000 };
  const elsewhere = { ...request, _id: 't4', toId: 'third', toName: '北支部', until: 4000 };
  expect(receivingRows([request, later, elsewhere])).toEqual([
    {
      ...{ source: 'transfer.asked', id: 'other', title: '2 人想转入', context: '西支部' },
      ...{ asks: true, at: NOW, until: 3000 },
    },
    {
      ...{ source: 'transfer.asked', id: 'third', title: '1 人想转入', context: '北支部' },
      ...{ asks: true, at: NOW, until: 4000 },
    },
  ]);
});

it('a movement to nowhere, and one that waits for nobody, asks no org', () => {
  expect(receivingRows([graduate(), { ...request, toId: null, toName: null }])).toEqual([]);
});

describe('as a page shows it, a movement', () => {
  const orgs = new Map([
    ['east', '东区'],
    ['team', '青年队'],
  ]);
  const view = (more: Partial<Movement>, people?: ReadonlyMap<string, string>, mayUndo = true) =>
    transferView({ ...request, ...more }, { now: NOW, orgs, mayUndo, ...(people !== undefined && { people }) });

  it('names each org with those right above it whose names are known', () => {
    expect(view({})).toMatchObject({
      from: { id: 'branch', name: '东支部', above: '东区' },
      to: { id: 'other', name: '西支部', above: '青年队' },
    });
    expect(view({ fromPath: ['city', 'branch'], toId: null })).toMatchObject({ from: { above: null }, to: null });
    expect(orgsNamedBy([request, request])).toEqual(['east', 'young', 'team']);
  });

  it('names the person to an org, also one who is gone, and not to himself', () => {
    expect(view({}).person).toBeNull();
    expect(view({}, new Map([['reader', '林晓']])).person).toEqual({ id: 'reader', name: '林晓' });
    expect(view({}, new Map()).person).toEqual({ id: 'reader', name: '已注销的成员' });
  });

  it('is under way while it is prepared or taken back', () => {
    const states = (['prepared', 'undoing', 'moving', 'open'] as const).map((state) => view({ state }).state);
    expect(states).toEqual(['moving', 'moving', 'moving', 'open']);
  });

  it('shows an answer where something was said', () => {
    const answers = [null, { by: 'head', text: '' }, { by: 'head', text: '已满' }];
    expect(answers.map((answer) => view({ answer }).answer)).toEqual([null, null, '已满']);
  });

  it('can be taken back for a while after it was closed, by who may', () => {
    expect(view({ closedAt: NOW }).undoUntil).toBe(NOW + UNDO_MS);
    expect(view({ closedAt: NOW }, undefined, false).undoUntil).toBeNull();
    expect([undoUntil({ closedAt: null }, NOW), undoUntil({ closedAt: 0 }, UNDO_MS)]).toEqual([null, null]);
  });

  it('is taken back by the person where he left or withdrew, and by the org where it answered', () => {
    const [left, asked] = [{ kind: 'leave' }, { kind: 'transfer' }] as const;
    expect([
      isOwnUndo({ ...left, state: 'done' }),
      isOwnUndo({ ...left, state: 'moving' }),
      isOwnUndo({ ...asked, state: 'done' }),
      isOwnUndo({ ...asked, state: 'withdrawn' }),
    ]).toEqual([true, false, false, true]);
    const answer = { by: 'head', text: '' };
    expect([
      isAnswerUndo({ state: 'done', answer }),
      isAnswerUndo({ state: 'declined', answer }),
      isAnswerUndo({ state: 'open', answer }),
      isAnswerUndo({ state: 'done', answer: null }),
    ]).toEqual([true, true, false, false]);
  });
});

it('a graduation says how far it is, and can be taken back once all of it is done', () => {
  const doc = {
    ...{ _id: 'g', orgId: 'branch', orgPath: ['branch'], orgName: '东支部', by: 'head' },
    at: NOW,
    people: 9,
  };
  expect(graduationView({ ...doc, state: 'preparing' }, 9, NOW)).toMatchObject({
    ...{ state: 'running', moved: 0, undoUntil: null },
  });
  expect(graduationView({ ...doc, state: 'done' }, 0, NOW)).toMatchObject({
    ...{ state: 'done', moved: 9, undoUntil: NOW + UNDO_MS },
  });
});

it('who graduates joins at once where who lets him go also receives him; else the other side is asked, or nobody', () => {
  expect(graduate({ joins: true }).leg).toEqual({ remove: 'branch', add: 'other', then: 'done' });
  expect(graduate().leg).toEqual({ remove: 'branch', add: null, then: 'open' });
  expect(graduate({ to: null }).leg).toEqual({ remove: 'branch', add: null, then: 'done' });
});

it('roles on the org that is left end with all that they were; others and what is over do not', () => {
  const grants: Grant[] = [
    { role: 'branchSecretary', orgId: 'branch', from: 1, until: 2000, of: 'head' },
    { role: 'moderator', orgId: 'branch' },
    { role: 'member', orgId: 'branch' },
    { role: 'judge', orgId: 'branch', until: NOW },
    { role: 'lecturer', orgId: 'east' },
  ];
  expect(rolesOn(grants, 'branch', NOW)).toEqual(grants.slice(0, 2));
});

it('an undo brings back where the person was, and leaves him where he had been before as well', () => {
  const leg = { remove: 'branch', add: 'other', then: 'done' } as const;
  const change = (more: Partial<Movement>) => changeOf({ ...request, leg, ...more });
  expect(change({ state: 'moving' })).toEqual({ add: ['other'], remove: ['branch'] });
  expect(change({ state: 'undoing' })).toEqual({ add: ['branch'], remove: ['other'] });
  expect(change({ state: 'undoing', wasThere: true })).toEqual({ add: ['branch'], remove: [] });
  expect(change({ leg: null })).toEqual({ add: [], remove: [] });
});

it('who is let go has nothing there that another than the mover gives, or is the mover himself', () => {
  const ground = { place: { kind: 'branch' as const, isRoot: false }, path: ['city', 'branch'] };
  const mover = { _id: 'mover', grants: [{ role: 'branchSecretary' as const, orgId: 'branch' }] };
  const head = { _id: 'head', grants: [{ role: 'orgAdmin' as const, orgId: 'city' }] };
  const who = (more: Partial<Grant>, orgId = 'branch') => ({
    _id: 'other',
    grants: [{ role: 'branchSecretary' as const, orgId, ...more }],
  });
  const lets = (viewer: typeof mover | typeof head, person: ReturnType<typeof who>) =>
    mayRelease(viewer, { orgId: 'branch', ground }, person, NOW);
  expect(lets(mover, mover)).toBe(true);
  expect(lets(mover, who({}))).toBe(false);
  expect(lets(mover, who({ of: 'head' }))).toBe(false);
  expect(lets(mover, who({ of: 'mover' }))).toBe(true);
  expect(lets(mover, who({}, 'elsewhere'))).toBe(true);
  expect(lets(mover, who({ until: NOW }))).toBe(true);
  expect(lets(head, who({}))).toBe(true);
  // Of before there was the role table, and nobody's to give.
  expect(lets(mover, who({ role: 'moderator' }))).toBe(true);
});
