import * as v from 'valibot';
import { FORM_FIELDS_MAX } from './participation/constants';
import { signUpFields } from './participation/fields';
import { key, textOf } from './values';

/*
 * Signing up (报名) for what has a number of seats and a waitlist (候补): its form, the answers to it, and one's place.
 */

const fieldId = key(/^[a-z0-9]{1,12}$/);

/** One question of the sign-up form. */
const formField = v.pipe(
  v.strictObject({
    id: fieldId,
    label: textOf(signUpFields.question),
    kind: v.picklist(['text', 'choice']),
    required: v.boolean(),
    options: v.pipe(v.array(textOf(signUpFields.option)), v.maxLength(8, '选项最多 8 个')),
  }),
  v.forward(
    v.check(({ kind, options }) => kind === 'text' || options.length >= 2, '选择题至少两个选项'),
    ['options'],
  ),
);

/** The form as an organiser writes it. */
export const signUpForm = v.pipe(
  v.array(formField),
  v.maxLength(FORM_FIELDS_MAX, `问题最多 ${FORM_FIELDS_MAX} 个`),
  v.check((fields) => new Set(fields.map((field) => field.id)).size === fields.length, '问题编号重复'),
);

/** A question as it is shown: what was stored under older rules is shown all the same. */
export const shownField = v.object({
  id: v.string(),
  label: v.string(),
  kind: v.picklist(['text', 'choice']),
  required: v.boolean(),
  options: v.array(v.string()),
});
export type FormField = v.InferOutput<typeof shownField>;

/** A form as a phone was shown it, sent back with the answers to it: of any wording, bounded only in its length. */
const shownText = v.pipe(v.string(), v.maxLength(400));
export const answeredForm = v.pipe(
  v.array(
    v.strictObject({
      id: shownText,
      label: shownText,
      kind: shownField.entries.kind,
      required: v.boolean(),
      options: v.pipe(v.array(shownText), v.maxLength(20)),
    }),
  ),
  v.maxLength(FORM_FIELDS_MAX),
);

/** Answers as they are sent. */
export const answers = v.pipe(
  v.array(
    v.strictObject({ fieldId: v.pipe(v.string(), v.regex(/^[a-z0-9]{1,12}$/)), value: textOf(signUpFields.answer) }),
  ),
  v.maxLength(FORM_FIELDS_MAX),
);

/** My place: `in` has a seat; `waiting` is `place`-th on the waitlist (候补), 1 is next. */
export const mySignup = v.variant('state', [
  v.object({ state: v.literal('none') }),
  v.object({ state: v.literal('in') }),
  v.object({ state: v.literal('waiting'), place: v.number() }),
]);
export type MySignup = v.InferOutput<typeof mySignup>;

/** One person on the roster (名单). */
export const rosterPerson = v.object({
  /** Order of arrival, from 1; up to the number of seats has one. */
  order: v.number(),
  seated: v.boolean(),
  name: v.string(),
  at: v.number(),
  answers: v.array(v.object({ fieldId: v.string(), value: v.string() })),
});

/** Refusals of signing up, beside those by which a domain says that it is closed, called off or full. */
export const signUpErrors = ['ANSWER_REQUIRED', 'ALREADY_SIGNED_UP'] as const;
/** Of leaving. */
export const leaveErrors = ['SIGNUP_NOT_FOUND'] as const;
