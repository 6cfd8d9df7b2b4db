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
  const { errorAt, target, take, settle } = useContext(FormContext);
  const [id] = useState(() => `sx-field-${(fields += 1)}`);
  const meant = name !== undefined && isAt(name, target.name);
  const { round } = target;
  useEffect(() => {
    if (meant && take(round)) bringTo(id);
  }, [meant, round, take, id]);
  return {
    id,
    error: name === undefined ? undefined : errorAt(name),
    focus: meant,
    onBlur: () => {
      if (meant) settle();
    },
  };
}
