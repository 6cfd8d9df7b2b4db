import { CAPACITY_MAX, type EventKind } from '@contract/domains/event/constants';
import { eventActions, type EventDetail } from '@contract/domains/event/actions';
import type { FormField } from '@contract/shared/participation';
import type { ActionInput } from '@contract/registry';
import { cleanText, foldWidth } from '@contract/text';
import { timeErrors, type Times } from '@contract/times';
import { problemsOf } from '@/shared/form/problems';
import { placeInForm, toForm } from '@/shared/participation/form';
import { timesOf, usualOf, usualTimes, type Usual } from './times';

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
  /** What the times are while only the day is chosen, or nothing. */
  usual: Usual;
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
  usual: usualTimes,
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
  usual: usualOf(event),
  capacity: String(event.capacity),
  form: event.form,
});

const wholeNumber = (typed: string): number => {
  const text = foldWidth(typed);
  return /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
};

/** The fields as they stand on screen. */
const order = ['title', 'startsAt', 'endsAt', 'deadline', 'place', 'capacity', 'about', 'orgId', 'form'];
const blank = {
  startsAt: '请选择哪天',
  capacity: `名额是 1 到 ${CAPACITY_MAX} 的整数`,
  orgId: '请选择主办组织',
};

/**
 * Messages by input path for what the server would refuse, so that a mistake shows before sending; in the order in which
 * the fields stand on screen. `before`: the times of the event that is revised.
 */
export function planErrors(plan: EventPlan, now: number, before?: Times): Record<string, string> {
  const times = timesOf(plan, now);
  const input = toCreation(plan, now);
  // What follows from the day is not missing before there is one.
  const checked = times ? input : { ...input, endsAt: now, deadline: now };
  const found = Object.entries(problemsOf(eventActions['event.create'].input, checked, { order, blank }));
  const errors: [string, string][] = found.map(([path, message]) => [placeInForm(path), message]);
  for (const { path, message } of times ? timeErrors(times, now, before) : []) errors.push([path, message]);
  // What only follows from the start is not to be mended where the start is wrong.
  const isCause = ([path]: [string, string]) =>
    !((path === 'endsAt' && plan.endsAt === null) || (path === 'deadline' && plan.deadline === null));
  const startIsWrong = errors.some(([path]) => path === 'startsAt');
  const told = startIsWrong ? errors.filter(isCause) : errors;
  const rank = ([path]: [string, string]) => order.findIndex((place) => path === place || path.startsWith(`${place}.`));
  return Object.fromEntries(told.sort((one, other) => rank(one) - rank(other)));
}

type Revision = Omit<ActionInput<'event.revise'>, 'commandId' | 'id' | 'version'>;

/** The part of the plan that may still change after publishing. Call only when `planErrors` is empty. */
export const toRevision = (plan: EventPlan, now: number): Revision => ({
  title: cleanText(plan.title),
  kind: plan.kind,
  place: cleanText(plan.place),
  about: cleanText(plan.about, true),
  ...(timesOf(plan, now) ?? { startsAt: Number.NaN, endsAt: Number.NaN, deadline: Number.NaN }),
  capacity: wholeNumber(plan.capacity),
});

/** The whole plan. Call only when `planErrors` is empty. */
export const toCreation = (plan: EventPlan, now: number): Omit<ActionInput<'event.create'>, 'commandId'> => ({
  ...toRevision(plan, now),
  orgId: plan.orgId,
  form: toForm(plan.form),
});
