import { dayOf, startOfDay } from '../../contract/day';

/** Noon of today in Shanghai: for a clock with which no day ends while a test runs. */
export const noon = (): number => startOfDay(dayOf(Date.now())) + 12 * 3_600_000;
