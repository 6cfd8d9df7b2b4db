/** Noon in Shanghai of the day on which the tests of events play, epoch milliseconds. */
export const NOW = Date.UTC(2026, 10, 23, 4);
export const HOUR = 3_600_000;

/** An event in two days that is signed up for until tomorrow. */
export const plan = {
  title: '悦读青春诵读会',
  kind: 'recitation' as const,
  place: '滨江青年之家',
  about: '带一段自己喜欢的文字来。',
  startsAt: NOW + 48 * HOUR,
  endsAt: NOW + 50 * HOUR,
  deadline: NOW + 24 * HOUR,
  capacity: 2,
};
