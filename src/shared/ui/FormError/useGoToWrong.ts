import { useEffect, useState } from 'react';
import { bringIntoView } from '@/shared/bringIntoView';

/** Room for the label above the line that is marked. */
const ABOVE_PX = 96;
let forms = 0;

/**
 * Brings the first wrong field of a form onto the screen, each time that `attempt` changes while something is wrong: the
 * button is at the end of a form that may be several screens long. Gives the class that the form must have; pages below
 * this one may have wrong fields too.
 */
export function useGoToWrong(wrong: boolean, attempt: string): string {
  const [name] = useState(() => `sx-form-${(forms += 1)}`);
  useEffect(() => {
    if (!wrong) return;
    bringIntoView(`.${name} .sx-field--wrong`, { above: ABOVE_PX });
  }, [wrong, name, attempt]);
  return name;
}
