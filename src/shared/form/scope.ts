import { createContext } from 'react';

/** A field that somebody is brought to; a new `round` each time, so that the same one can be gone to again. */
export interface Target {
  name: string;
  round: number;
}

/** What a field knows of the form that it stands in. */
export interface FormScope {
  /** What is wrong with the field of this name, once that may be said. */
  errorAt: (name: string) => string | undefined;
  target: Target | null;
  /** The round that a field has answered: one that is drawn later must not answer it again. */
  answered: { current: number };
}

export const FormContext = createContext<FormScope>({
  errorAt: () => undefined,
  target: null,
  answered: { current: 0 },
});

/** Whether a path of the form, such as `form.0.options.1`, is this field or a part of it. */
export const isAt = (name: string, path: string): boolean => path === name || path.startsWith(`${name}.`);
