import { decidedBy, isAboutRights, rightsAfter } from '../../../cloudfunctions/domains/duty/rules/rights';
import type { DutyDoc } from '../../../cloudfunctions/domains/duty/collections';

/* What is decided about the rights of a duty, before anything of it is written. */

type Before = Pick<DutyDoc, 'kind' | 'memberId' | 'from' | 'until' | 'rights' | 'pending'>;
const NOW = 1000;
const ground = { place: { kind: 'branch', isRoot: false }, path: ['city', 'east', 'branch'] } as const;
const head = { _id: 'head', grants: [{ role: 'orgAdmin', orgId: 'east' }] } as const;
const nobody = { _id: 'nobody', grants: [] };
const held: Before = { kind: 'branchSecretary', memberId: 'reader', from: 0, until: 2000, rights: 'given' };
const honour = { ...held, kind: 'leader' } as const;
const giver = (one: { _id: string; grants: readonly object[] }) => one as Parameters<typeof rightsAfter>[0];
const after = (who: typeof head | typeof nobody, before: Before, next: Omit<Before, 'rights'>, wanted = true) =>
  rightsAfter(giver(who), ground, { before, after: next, wanted, now: NOW });

it.each([
  [false, 'an honour that is new', undefined, honour],
  [false, 'an honour that was one before', { ...honour, rights: 'none' }, honour],
  [false, 'a duty whose role was never given, made an honour', { ...held, rights: 'unwanted' }, honour],
  [true, 'a duty with a role, made an honour', held, honour],
  [true, 'a duty with a role that is new', undefined, held],
] as const)('the org is looked at only where a role comes or goes: %s for %s', (expected, _what, before, next) => {
  expect(isAboutRights(before, next)).toBe(expected);
});

it('a duty that becomes an honour has no rights, and its role ends', () => {
  expect(after(head, held, honour)).toEqual({ rights: 'none', ends: 'branchSecretary' });
});

it('a role that was given is neither ended nor changed by who may not give it', () => {
  expect(after(nobody, held, honour)).toBe('not yours');
  expect(after(nobody, held, { ...held, until: 3000 })).toBe('not yours');
});

it('a role of which nothing changes stays untouched', () => {
  expect(after(head, held, held)).toBe('untouched');
  expect(after(nobody, held, held)).toBe('untouched');
});

it('what another command left unfinished is given anew by who may, and waits for that one with anybody else', () => {
  const pending: Before = { ...held, pending: { commandId: 'c1', ends: null } };
  expect(after(head, pending, held)).toEqual({ rights: 'given', ends: 'branchSecretary' });
  expect(after(nobody, pending, held)).toBe('untouched');
});

it('a role that an earlier command left to end is kept in mind until it has ended', () => {
  expect(decidedBy('c2', 'none', null, { pending: { commandId: 'c1', ends: 'branchSecretary' } })).toEqual({
    rights: 'none',
    pending: { commandId: 'c2', ends: 'branchSecretary' },
  });
  expect(decidedBy('c2', 'none', null, {})).toEqual({ rights: 'none' });
});
