import { useRef, useState } from 'react';
import { fieldMessage, type CallError } from '@/shared/call/error';
import { isBlank, leftText } from './left';
import { nowhere, type FormScope } from './scope';

interface Options {
  /** What was filled in, by the paths that errors have. */
  values: object;
  /** What is wrong or missing, by path, in the order in which the fields stand on screen. */
  errors: Readonly<Record<string, string>>;
  /** Why the last sending failed. */
  error: CallError | null;
}

export interface Checks {
  /** For the fields, by `FormContext`. */
  scope: FormScope;
  /** `还差 3 项`, `有 2 处要改`, or empty. */
  left: string;
  /** What a screen reader hears after a try that failed. */
  said: string;
  /** Goes to the first place that keeps the form from being sent. */
  goToFirst: () => void;
  /** Sends when nothing is wrong; otherwise goes to the first place. */
  attempt: (send: () => void) => void;
  /** As new: nothing has been tried. */
  reset: () => void;
}

/**
 * What a form of several fields checks before it is sent: nothing is marked before a first try; a failed one goes to the
 * first wrong field, says how many there are, and so does a refusal that names fields.
 */
export function useChecks({ values, errors, error }: Options): Checks {
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState('');
  const [target, setTarget] = useState(nowhere);
  const taken = useRef(0);

  const paths = Object.keys(errors);
  const missing = paths.filter((path) => isBlank(values, path)).length;
  const wrong = paths.length - missing;
  const goTo = (name: string | undefined): void => {
    if (name !== undefined) setTarget((old) => ({ name, round: old.round + 1 }));
  };

  // A refusal that has just come, also one that says the same as the last.
  const [told, setTold] = useState(error);
  if (error !== told) {
    setTold(error);
    if (error?.fields?.[0]) {
      goTo(error.fields[0].path);
      setSaid(`有 ${error.fields.length} 处要改`);
    }
  }

  const errorAt = (name: string): string | undefined => (tried ? errors[name] : undefined) ?? fieldMessage(error, name);
  return {
    scope: {
      errorAt,
      target,
      take: (round) => {
        const first = taken.current !== round;
        taken.current = round;
        return first;
      },
      settle: () => setTarget((old) => ({ ...nowhere, round: old.round })),
    },
    left: leftText({ missing, wrong, tried }),
    said,
    goToFirst: () => {
      // A place that is filled in says what is wrong with it; one that is empty speaks for itself.
      if (paths[0] !== undefined && !isBlank(values, paths[0])) setTried(true);
      goTo(paths[0]);
    },
    attempt: (send) => {
      setTried(true);
      if (paths.length === 0) {
        setSaid('');
        return send();
      }
      setSaid(`有 ${paths.length} 处要改`);
      goTo(paths[0]);
    },
    reset: () => {
      setTried(false);
      setSaid('');
    },
  };
}
