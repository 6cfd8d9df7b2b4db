import { CAPACITY_MAX, FORM_FIELDS_MAX, type EventKind } from '@contract/constants';
import type { EventDetail, FormField } from '@contract/actions/event';
import type { ActionInput } from '@contract/registry';
import { timeErrors, type Times } from '@contract/times';
import { timesOf } from './times';

/** What the organiser has written so far; the capacity is text until it is filled in. */
export interface EventPlan {
  orgId: string;
  orgName: string;
  title: string;
  kind: EventKind;
  place: string;
  about: string;
  startsAt: number | null;
  /** Null: as suggested by the start, see `timesOf`. */
  endsAt: number | null;
  deadline: number | null;
  capacity: string;
  form: FormField[];
}

export const emptyPlan: EventPlan = {
  orgId: '',
  orgName: '',
  title: '',
  kind: 'recitation',
  place: '',
  about: '',
  startsAt: null,
  endsAt: null,
  deadline: null,
  capacity: '',
  form: [],
};

export const planOf = (event: EventDetail): EventPlan => ({
  orgId: event.orgId,
  orgName: event.orgName,
  title: event.title,
  kind: event.kind,
  place: event.place,
  about: event.about,
  startsAt: event.startsAt,
  endsAt: event.endsAt,
  deadline: event.deadline,
  capacity: String(event.capacity),
  form: event.form,
});

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
    typed
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

const wholeNumber = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN);

/**
 * Messages by input path for what the server would refuse, so that a mistake shows before sending. `before`: the times
 * of the event that is revised.
 */
export function planErrors(plan: EventPlan, now: number, before?: Times): Record<string, string> {
  const errors: Record<string, string> = {};
  if (!plan.orgId) errors.orgId = '请选择主办组织';
  if (!plan.title.trim()) errors.title = '请填写活动名称';
  if (!plan.place.trim()) errors.place = '请填写地点';
  if (!plan.about.trim()) errors.about = '请填写活动介绍';
  const times = timesOf(plan, now);
  if (times === null) errors.startsAt = '请选择开始时间';
  else for (const { path, message } of timeErrors(times, now, before)) errors[path] = message;
  const capacity = wholeNumber(plan.capacity);
  if (!(capacity >= 1 && capacity <= CAPACITY_MAX)) errors.capacity = `名额是 1 到 ${CAPACITY_MAX} 的整数`;
  plan.form.forEach((field, index) => {
    if (!field.label.trim()) errors[`form.${index}.label`] = '请填写问题';
    if (field.kind === 'choice' && field.options.length < 2) errors[`form.${index}.options`] = '至少写两个选项';
    if (field.options.length > 8) errors[`form.${index}.options`] = '选项最多 8 个';
    if (field.options.some((option) => option.length > 20)) errors[`form.${index}.options`] = '每个选项最多 20 字';
  });
  return errors;
}

type Revision = Omit<ActionInput<'event.revise'>, 'commandId' | 'id' | 'version'>;

/** The part of the plan that may still change after publishing. Call only when `planErrors` is empty. */
export const toRevision = (plan: EventPlan, now: number): Revision => ({
  title: plan.title,
  kind: plan.kind,
  place: plan.place,
  about: plan.about,
  ...(timesOf(plan, now) ?? { startsAt: Number.NaN, endsAt: Number.NaN, deadline: Number.NaN }),
  capacity: wholeNumber(plan.capacity),
});

/** The whole plan. Call only when `planErrors` is empty. */
export const toCreation = (plan: EventPlan, now: number): Omit<ActionInput<'event.create'>, 'commandId'> => ({
  ...toRevision(plan, now),
  orgId: plan.orgId,
  form: plan.form.map((field) => ({ ...field, options: field.kind === 'choice' ? field.options : [] })),
});
