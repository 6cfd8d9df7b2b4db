export const FORM_FIELDS_MAX = 5;
/** Most people in one queue, places and waitlist together: keeps it one small document. */
export const QUEUE_MAX = 2000;

/** Minutes a form takes, told before it is opened (rule R8): ten seconds a choice, thirty a text, at least one minute. */
export const formMinutes = (form: readonly { kind: 'text' | 'choice' }[]): number =>
  Math.max(1, Math.ceil(form.reduce((seconds, field) => seconds + (field.kind === 'choice' ? 10 : 30), 0) / 60));
