import { pathAbove } from '../../../cloudfunctions/domains/member/rules/merging';
import {
  MERGE_AGREED_MS,
  MERGE_ASKED_MS,
  MERGE_OBJECT_MS,
  MERGE_REVIEW_MS,
} from '../../../contract/domains/member/constants';
import type { Town } from '../../support/domains';
import { person } from '../../support/domains';
import { agree, later, named, next, openRecords, propose, review, stateOf, waiting } from './records';

/* Nobody's record goes on silence alone: where its holder does not answer, somebody above has to agree. */

let town: Town;
beforeEach(async () => {
  town = await openRecords();
  await town.db.members.addAll([
    person('admin', 'city', [{ role: 'cityAdmin', orgId: 'city' }]),
    named('deputy', '代理人', [{ role: 'orgAdmin', orgId: 'east', of: 'secretary' }]),
  ]);
});

/** The secretary proposes it, the accomplice agrees, and the holder makes no call for a week. */
async function silent(from = 'old', into = 'new', who = 'secretary'): Promise<string> {
  const reply = await propose(town, from, into, who);
  if (!reply.ok) throw new Error(reply.code);
  const { id } = reply.data.merge;
  await agree(town, into, id);
  await later(town, MERGE_OBJECT_MS);
  return id;
}

describe('a secretary and an accomplice of the same name', () => {
  it('get nobody’s record who makes no call for a week, nor for as long as nobody above agrees', async () => {
    const id = await silent();
    expect(await stateOf(town, id)).toBe('review');
    await later(town, MERGE_REVIEW_MS - 1);
    expect(await stateOf(town, id)).toBe('review');
    await later(town, 1);
    expect(await town.db.merges.get(id)).toMatchObject({ state: 'ended', ending: 'lapsed' });
    expect(await town.db.members.get('old')).toMatchObject({ disabled: false, name: '林晓' });
  });

  it('can neither of them agree in the place of those above, nor whoever runs the branch or stands in for them', async () => {
    const id = await silent();
    const asked = ['secretary', 'deputy', 'lead', 'new', 'old', 'reader', 'rival'];
    const codes = [];
    for (const who of asked) codes.push(((await review(town, who, id)) as { code?: string }).code);
    const [no, self] = ['FORBIDDEN', 'MEMBER_SELF'];
    expect(codes).toEqual([no, self, no, no, no, no, no]);
    expect(await stateOf(town, id)).toBe('review');
  });

  it('fail where the holder calls before those above agree, or in the hour after', async () => {
    const before = await silent();
    await town.done('old', 'me.session', {});
    await review(town, 'chief', before);
    await later(town, MERGE_AGREED_MS);
    expect((await town.db.merges.get(before))?.ending).toBe('declined');
    const after = await silent();
    await review(town, 'chief', after);
    await town.done('old', 'me.session', {});
    await later(town, MERGE_AGREED_MS);
    expect((await town.db.merges.get(after))?.ending).toBe('declined');
  });
});

describe('those above', () => {
  it('find it on 我的 and among the merges, and nobody else does', async () => {
    await silent();
    expect([await waiting(town, 'chief'), await waiting(town, 'admin'), await waiting(town, 'rival')]).toEqual([
      ['member.review?'],
      ['member.review?'],
      [],
    ]);
    expect((await town.done('chief', 'member.merges', {})).merges).toMatchObject([
      { side: 'above', mayAgree: true, from: { id: 'old' }, to: { id: 'new' }, judgedBy: { by: 'secretary同志' } },
    ]);
    expect((await town.done('lead', 'member.merges', {})).merges).toEqual([]);
  });

  it('agree, and it begins an hour later unless they take it back', async () => {
    const id = await silent();
    expect(await review(town, 'chief', id)).toMatchObject({ data: { merge: { side: 'above', aboveAgreed: true } } });
    await later(town, MERGE_AGREED_MS - 1);
    expect(await stateOf(town, id)).toBe('waiting');
    await later(town, 1);
    expect(await stateOf(town, id)).toBe('merging');
  });

  it('take their agreement back within the hour', async () => {
    const id = await silent();
    await review(town, 'chief', id);
    await town.done('chief', 'member.mergeStop', { commandId: next(), id });
    await later(town, MERGE_AGREED_MS);
    expect(await town.db.merges.get(id)).toMatchObject({ state: 'ended', ending: 'refused' });
  });

  it('do not agree, and it is over; sent again, the answer is the same', async () => {
    const id = await silent();
    const input = { commandId: next(), id, agree: false };
    const first = await town.done('chief', 'member.mergeReview', input);
    expect(first.merge).toMatchObject({ state: 'ended', ending: 'refused' });
    expect(await town.done('chief', 'member.mergeReview', input)).toEqual(first);
    expect(await review(town, 'admin', id)).toMatchObject({ code: 'MERGE_OVER' });
  });

  it('are not asked before the week is over, nor of one that both records agreed to', async () => {
    const reply = await propose(town, 'old', 'new', 'secretary');
    const id = reply.ok ? reply.data.merge.id : '';
    expect(await review(town, 'chief', id)).toMatchObject({ code: 'NOT_FOUND' });
    await agree(town, 'new', id);
    await agree(town, 'old', id);
    await later(town, MERGE_AGREED_MS);
    expect(await stateOf(town, id)).toBe('merging');
  });

  it('need not answer where the holder does so meanwhile', async () => {
    const id = await silent();
    await agree(town, 'old', id);
    await later(town, MERGE_AGREED_MS);
    expect(await stateOf(town, id)).toBe('merging');
  });

  it('of the top are the other administrators, not the one who proposed it', async () => {
    await town.db.members.addAll([
      person('second', 'city', [{ role: 'cityAdmin', orgId: 'city' }]),
      ...['o', 'n'].map((id) => ({ ...person(id, 'city'), name: '何远' })),
    ]);
    const id = await silent('o', 'n', 'admin');
    expect(await review(town, 'admin', id)).toMatchObject({ code: 'MEMBER_SELF' });
    expect(await review(town, 'chief', id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await review(town, 'second', id)).toMatchObject({ ok: true });
  });

  it('of somebody who belongs nowhere are those at the top', async () => {
    await town.db.members.addAll(
      ['o', 'n'].map((id) => ({ ...person(id, 'city'), name: '何远', orgIds: [], scope: [] })),
    );
    await town.db.members.update({ _id: 'n' }, { set: { orgIds: ['city'], scope: ['city'] } });
    await town.db.members.addAll([person('second', 'city', [{ role: 'cityAdmin', orgId: 'city' }])]);
    const id = await silent('o', 'n', 'admin');
    expect((await town.db.merges.get(id))?.orgPath).toEqual(['city']);
  });
});

describe('where those above are', () => {
  it.each([
    ['one branch: the org above it', [['city', 'east', 'b1']], ['city', 'east']],
    [
      'two of one district: the district',
      [
        ['city', 'east', 'b1'],
        ['city', 'east', 'b2'],
      ],
      ['city', 'east'],
    ],
    [
      'of two districts: the top',
      [
        ['city', 'east', 'b1'],
        ['city', 'west', 'b3'],
      ],
      ['city'],
    ],
    [
      'a district and its branch: above the district',
      [
        ['city', 'east'],
        ['city', 'east', 'b1'],
      ],
      ['city'],
    ],
    ['the top: itself', [['city']], ['city']],
    ['none: for the caller to say', [], []],
  ])('%s', (_which, paths, path) => {
    expect(pathAbove(paths)).toEqual(path);
  });
});

it('a proposal that nobody answered lapses as before', async () => {
  const reply = await propose(town, 'old', 'new', 'secretary');
  await later(town, MERGE_ASKED_MS);
  expect(await town.db.merges.get(reply.ok ? reply.data.merge.id : '')).toMatchObject({ ending: 'lapsed' });
});
