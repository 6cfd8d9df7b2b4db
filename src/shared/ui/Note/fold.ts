import { beginningOf, lengthOf } from '@contract/graphemes';

/** About three lines of a phone. */
const LINES = 3;
const SHOWN = 48;
/** Less than a line is not worth a tap: whatever is folded has more to show. */
const WORTH = 12;

/** The beginning of a long text, or null where it is short enough to be read whole. Counted, not measured on a screen. */
export function folded(text: string): string | null {
  const lines = text.split('\n');
  const few = lines.slice(0, LINES).join('\n');
  const beginning = lengthOf(few) > SHOWN + WORTH ? beginningOf(few, SHOWN) : few;
  return beginning === text ? null : `${beginning.trimEnd()}…`;
}
