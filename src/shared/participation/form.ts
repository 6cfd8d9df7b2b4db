import type { FormField } from '@contract/shared/participation';
import { FORM_FIELDS_MAX } from '@contract/shared/participation/constants';
import { cleanText } from '@contract/text';

/* A sign-up form as its organiser writes it. */

/** A question with an id not used yet. */
export function newField(form: readonly FormField[]): FormField {
  const used = new Set(form.map((field) => field.id));
  let number = 1;
  while (used.has(`q${number}`)) number += 1;
  return { id: `q${number}`, label: '', kind: 'text', required: false, options: [] };
}

export const mayAddField = (form: readonly FormField[]): boolean => form.length < FORM_FIELDS_MAX;

/** Options as typed, one a line, spaces and repeats dropped. */
export const optionsOf = (typed: string): string[] => [
  ...new Set(
    cleanText(typed, true)
      .split('\n')
      .map((line) => cleanText(line))
      .filter(Boolean),
  ),
];

/** Where on screen a message of the schema belongs: the options of a question are one field. */
export const placeInForm = (path: string): string => path.replace(/^(form\.\d+\.options)\..*$/, '$1');

/** The form as it is sent; options go with a choice only. */
export const toForm = (form: readonly FormField[]): FormField[] =>
  form.map((field) => ({
    ...field,
    label: cleanText(field.label),
    options: field.kind === 'choice' ? field.options : [],
  }));
