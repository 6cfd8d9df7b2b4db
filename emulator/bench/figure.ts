/** One measured figure and its budget; null where there is none. */
export interface Figure {
  name: string;
  value: number;
  unit: 'ms' | 'MB' | '/s';
  budget: number | null;
  /** Whether the budget is the most the value may be, or the least. */
  limit: 'most' | 'least';
}

/** A figure that must not be larger than its budget. */
export const atMost = (name: string, value: number, unit: Figure['unit'], budget: number | null): Figure => ({
  ...{ name, value, unit, budget },
  limit: 'most',
});

/** A figure that may be larger but not smaller. */
export const atLeast = (name: string, value: number, unit: Figure['unit'], budget: number): Figure => ({
  ...{ name, value, unit, budget },
  limit: 'least',
});
