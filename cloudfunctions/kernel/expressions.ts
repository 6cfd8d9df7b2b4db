import type { Computed, Scalar, WindowStart } from './port';

/*
 * What the database shall compute, as expressions of its aggregation in MongoDB's own words.
 */

type Expression = Readonly<Record<string, unknown>>;
/** What is computed of the document alone. */
type OfItself = Exclude<Computed<unknown>, { readonly op: 'joined' }>;

// A value may look like the name of a field or a variable; literally it is neither.
const literally = (value: Scalar): Expression => ({ $literal: value });
/** None where there is no array. */
const elementsAt = (list: string): Expression => ({ $ifNull: [list, []] });
const indexIn = (list: unknown, value: Scalar): Expression => ({
  $ifNull: [{ $indexOfArray: [list, literally(value)] }, -1],
});

/** Where a window starts in the array at `list`; its length where all elements come before. */
function startIn(list: string, { after, orFrom }: WindowStart): Expression {
  const known = indexIn(`${list}.${after.field}`, after.equals);
  const reached = { $gte: [`$$each.${orFrom.field}`, literally(orFrom.atLeast)] };
  const later = indexIn({ $map: { input: list, as: 'each', in: reached } }, true);
  return {
    $cond: [
      { $gte: [known, 0] },
      { $add: [known, 1] },
      { $cond: [{ $gte: [later, 0] }, later, { $size: elementsAt(list) }] },
    ],
  };
}

/** The expression of a computed value. */
export function expressionOf(computed: OfItself): Expression {
  const list = `$${computed.path}`;
  switch (computed.op) {
    case 'indexOf':
      return indexIn(list, computed.value);
    case 'first': {
      const equal = { $eq: [`$$each.${computed.field}`, literally(computed.equals)] };
      return { $arrayElemAt: [{ $filter: { input: elementsAt(list), as: 'each', cond: equal } }, 0] };
    }
    case 'sizes':
      return { all: { $size: elementsAt(list) }, distinct: { $size: { $setUnion: [elementsAt(list), []] } } };
    case 'window': {
      const from = computed.start === undefined ? literally(0) : startIn(list, computed.start);
      return { from, items: { $slice: [elementsAt(list), from, computed.limit] } };
    }
  }
}
