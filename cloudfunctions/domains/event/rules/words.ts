import type { Scene } from '../../../shared/moderation/rules/check';
import type { CaseDoc, ModeratedThing, Part } from '../../../shared/moderation/shape';
import type { EventDoc } from '../collections';
import { isCalledOff } from './access';
import type { Plan } from './plan';

/** Something for many to read. */
export const SCENE: Scene = 3;

type Words = Pick<EventDoc, 'title' | 'place' | 'about'>;

/** What its organiser wrote, the form that people answer included. */
export const partsOf = ({ title, place, about }: Words, form: EventDoc['form'] = []): Part[] => [
  { label: '活动名称', text: title },
  { label: '地点', text: place },
  { label: '活动介绍', text: about },
  ...form.map(({ label, options }) => ({
    label: '报名表',
    text: [label, ...options].join(' '),
  })),
];

/** Whether a revision says something else than what stands. Time and seats are no words. */
export const saysOtherwise = (event: Words, words: Words): boolean =>
  JSON.stringify(partsOf(event)) !== JSON.stringify(partsOf(words));

/** What an organiser may revise, out of whatever carries it. */
export const planIn = ({ title, kind, place, about, startsAt, endsAt, deadline, capacity }: Plan): Plan => ({
  ...{ title, kind, place, about },
  ...{ startsAt, endsAt, deadline, capacity },
});

type Submitted = Words &
  Pick<EventDoc, '_id' | 'version' | 'orgId' | 'orgPath' | 'orgName' | 'memberId' | 'cancelled' | 'held' | 'form'>;

/** An event as it is submitted to the moderation: as it stands, with the words of an edit where there is one. */
export const submitted = (event: Submitted, edit?: Plan): ModeratedThing => ({
  thing: event._id,
  version: event.version,
  org: { _id: event.orgId, path: event.orgPath, name: event.orgName },
  authorId: event.memberId,
  title: edit?.title ?? event.title,
  parts: partsOf(edit ?? event, edit === undefined ? event.form : []),
  fields: edit ? { ...planIn(edit) } : { cancelled: isCalledOff(event) },
});

/** The plan that an edit asks for, out of its case. */
export const planOfCase = ({ fields }: Pick<CaseDoc, 'fields'>): Plan => planIn(fields as unknown as Plan);
