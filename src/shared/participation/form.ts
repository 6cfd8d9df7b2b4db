import type { FormField } from '@contract/shared/participation';
import { FORM_FIELDS_MAX } from '@contract/shared/participation/constants';
import { signUpFields } from '@contract/shared/participation/fields';
import { cleanText, readText } from '@contract/text';

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

/** Options are sent with a choice only, so only then can anything be wrong with them. */
function optionsProblem({ kind, options }: FormField): string | undefined {
  if (kind !== 'choice') return undefined;
  if (options.length < 2) return '至少写两个不同的选项';
  if (options.length > 8) return '选项最多 8 个';
  return options.map((option) => readText(option, signUpFields.option).problem).find(Boolean);
}

/** Messages by path below the input (`form.0.label`) for what the server would refuse, in the order on screen. */
export const formErrors = (form: readonly FormField[]): Record<string, string> =>
  Object.fromEntries(
    form.flatMap((field, index) => {
      const said = { label: readText(field.label, signUpFields.question).problem, options: optionsProblem(field) };
      return Object.entries(said).flatMap(([name, problem]) =>
        problem === undefined ? [] : [[`form.${index}.${name}`, problem]],
      );
    }),
  );

/** The form as it is sent. Call only when `formErrors` is empty. */
export const toForm = (form: readonly FormField[]): FormField[] =>
  form.map((field) => ({
    ...field,
    label: cleanText(field.label),
    options: field.kind === 'choice' ? field.options : [],
  }));
