import { createContext } from 'react';

/** The field that somebody is brought to, and the how manieth time anybody is; no name: to none. */
export interface Target {
  name: string;
  round: number;
}
export const nowhere: Target = { name: '', round: 0 };

/** What a field knows of the form that it stands in. */
export interface FormScope {
  /** What is wrong with the field of this name, once that may be said. */
  errorAt: (name: string) => string | undefined;
  target: Target;
  /** True for who asks first in a round: a field that is drawn later must not answer again. */
  take: (round: number) => boolean;
  /** The field has let go of the keyboard: it can be gone to a second time. */
  settle: () => void;
}

export const FormContext = createContext<FormScope>({
  errorAt: () => undefined,
  target: nowhere,
  take: () => false,
  settle: () => undefined,
});

/** Whether a path of the form, such as `form.0.options.1`, is this field or a part of it. */
export const isAt = (name: string, path: string): boolean => path === name || path.startsWith(`${name}.`);
