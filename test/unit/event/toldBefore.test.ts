import { toldBefore } from '../../../cloudfunctions/domains/event/rules/card';

/** A sign-up as versions before there were cards wrote it. */
const former = { at: 5, p: 'PLAN01' };
const told = { plan: 'PLAN01', cancelled: false, seated: true };

it('a sign-up that came later, or long before, says nothing of what was told', () => {
  expect(toldBefore({ at: 5 }, { signedUpAt: 5, ...told })).toBeUndefined();
});

it('what the member had not put away yet is what the sign-up promised', () => {
  expect(toldBefore(former, undefined)).toEqual(told);
  expect(toldBefore({ ...former, w: true }, undefined)).toEqual({ ...told, seated: false });
});

it('what was put away counts, if it was of this very sign-up', () => {
  const seen = { plan: 'PLAN02', cancelled: true, seated: false };
  expect(toldBefore(former, { signedUpAt: 5, ...seen })).toEqual(seen);
  expect(toldBefore(former, { signedUpAt: 4, ...seen })).toEqual(told);
});
