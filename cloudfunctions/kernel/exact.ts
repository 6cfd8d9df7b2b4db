import { not, type Condition } from './port';

/*
 * Lists of texts in a condition, which carries scalars only: place by place, and nothing after the last.
 */

type ByPlace<F extends string> = Readonly<Record<`${F}.${number}`, Condition>>;

/** Holds where the list at this path is these texts in this order. */
export const exactly = <F extends string>(path: F, values: readonly string[]): ByPlace<F> =>
  Object.fromEntries<Condition>([
    ...values.map((value, at) => [`${path}.${at}`, value] as const),
    [`${path}.${values.length}`, null],
  ]) as ByPlace<F>;

/** One of these holds where the list is anything else, or where there is none. For `anyOf`. */
export const otherThan = (path: string, values: readonly string[]): Readonly<Record<string, Condition>>[] => [
  ...values.map((value, at) => ({ [`${path}.${at}`]: not(value) })),
  { [`${path}.${values.length}`]: not(null) },
];
