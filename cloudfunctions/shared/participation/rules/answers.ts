import type { FormField } from '../../../../contract/shared/participation';
import type { FieldError } from '../../../../contract/errors';
import { cleanText } from '../../../../contract/text';
import { deriveId } from '../../../kernel/ids';
import type { Answer } from '../shape';

type Checked =
  { ok: true; answers: Answer[] } | { ok: false; code: 'BAD_INPUT' | 'ANSWER_REQUIRED'; fields: FieldError[] };

const at = (fieldId: string, message: string): FieldError => ({ path: `answers.${fieldId}`, message });

function problemOf(answer: Answer, index: number, form: readonly FormField[], given: readonly Answer[]) {
  const field = form.find(({ id }) => id === answer.fieldId);
  if (field === undefined) return '报名表里没有这个问题，请刷新后重试';
  if (given.findIndex(({ fieldId }) => fieldId === answer.fieldId) !== index) return '同一个问题只能回答一次';
  const offered =
    field.kind === 'text' || answer.value === '' || field.options.some((option) => cleanText(option) === answer.value);
  return offered ? undefined : '请从给出的选项里选一项';
}

/** Checks answers against the form; what is left empty is not kept. In the form's order. */
export function checkAnswers(form: readonly FormField[], given: readonly Answer[]): Checked {
  const wrong = given.flatMap((answer, index) => {
    const problem = problemOf(answer, index, form, given);
    return problem === undefined ? [] : [at(answer.fieldId, problem)];
  });
  if (wrong.length > 0) return { ok: false, code: 'BAD_INPUT', fields: wrong };
  const values = new Map(given.map(({ fieldId, value }) => [fieldId, value]));
  const missing = form.filter(({ id, required }) => required && !values.get(id));
  if (missing.length > 0) {
    const fields = missing.map(({ id, kind }) => at(id, kind === 'choice' ? '请选一项' : '请填写'));
    return { ok: false, code: 'ANSWER_REQUIRED', fields };
  }
  const answers = form.flatMap(({ id }) => {
    const value = values.get(id);
    return value ? [{ fieldId: id, value }] : [];
  });
  return { ok: true, answers };
}

/** Whether these are the answers kept with a sign-up. */
export function sameAnswers(form: readonly FormField[], given: readonly Answer[], kept: readonly Answer[]): boolean {
  const checked = checkAnswers(form, given);
  return checked.ok && JSON.stringify(checked.answers) === JSON.stringify(kept);
}

/** A code of a form, by which a document tells whether answers were checked against its own. */
export const formCode = (form: readonly FormField[]): string =>
  deriveId(
    'q',
    ...form.map(({ id, label, kind, required, options }) => JSON.stringify([id, label, kind, required, options])),
  );
