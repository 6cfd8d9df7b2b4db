import { useContext, useEffect, useState } from 'react';
import { bringTo } from './bringTo';
import { FormContext, isAt } from './scope';

let fields = 0;

interface Field {
  /** Of the field's element; what is said below it has `<id>-foot`. */
  id: string;
  /** What is wrong with it. */
  error: string | undefined;
  /** The keyboard is wanted here. */
  focus: boolean;
  onBlur: () => void;
}

/**
 * Joins a control to the form around it under the path of its value: it shows what is wrong there, and comes onto the
 * screen when somebody is brought to it. Outside of a form, or without a name, it does neither.
 */
export function useField(name?: string): Field {
  const { errorAt, target, answered } = useContext(FormContext);
  const [id] = useState(() => `sx-field-${(fields += 1)}`);
  const [focus, setFocus] = useState(false);
  const meant = target !== null && name !== undefined && isAt(name, target.name);
  const round = target?.round ?? 0;
  useEffect(() => {
    if (!meant || answered.current === round) return;
    answered.current = round;
    setFocus(true);
    bringTo(id);
  }, [meant, round, answered, id]);
  return {
    id,
    error: name === undefined ? undefined : errorAt(name),
    focus,
    // Let go of, or it could not be asked for a second time.
    onBlur: () => setFocus(false),
  };
}
