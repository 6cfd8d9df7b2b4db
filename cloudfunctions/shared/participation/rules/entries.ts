import type { QueueEntry, SignUp } from '../shape';

/** A sign-up as it is stored, under its short names. */
export const toEntry = ({ memberId, key, at, answers }: SignUp): QueueEntry => ({
  m: memberId,
  c: key,
  at,
  a: answers,
});

/** A stored sign-up under its full names. */
export const fromEntry = ({ m, c, at, a }: QueueEntry): SignUp => ({ memberId: m, key: c, at, answers: a });
