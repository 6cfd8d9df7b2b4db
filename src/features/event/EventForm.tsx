import type { EventDetail } from '@contract/domains/event/actions';
import { formDate } from '@contract/day';
import { eventFields } from '@contract/domains/event/fields';
import { serverNow } from '@/shared/call/clock';
import { differing } from '@/shared/draft/differing';
import { DraftForm } from '@/shared/draft/DraftForm';
import type { ManagedOrg } from '@/shared/org/managedOrg';
import { DayField } from '@/shared/ui/DayField/DayField';
import { TextField } from '@/shared/ui/TextField/TextField';
import { CapacityField } from './CapacityField';
import { FixedQuestions } from './FixedQuestions';
import { LikeLast } from './LikeLast';
import { OtherFields } from './OtherFields';
import { planLike } from './planLike';
import { partsOf } from './parts';
import { planOf, type EventPlan } from './plan';
import { shownTo } from './shownTo';
import { withDate } from './times';
import { TimesFields } from './TimesFields';
import { useEventWriter } from './useEventWriter';

interface Props {
  /** Organisations the person may organise for. */
  orgs: readonly ManagedOrg[];
  base: EventDetail | null;
  start: EventPlan;
  onSaved: (event: EventDetail) => void;
}

/** Plans an event or revises one: what only the organiser knows is asked, the rest is as usual until it is changed. */
export function EventForm({ orgs, base, start, onSaved }: Props) {
  const writer = useEventWriter({ base, start, onSaved });
  const { plan, draft } = writer;
  const { change } = draft;
  const text = (name: 'title' | 'place' | 'about') => ({
    name,
    max: eventFields[name].max,
    value: plan[name],
    onChange: (value: string) => change((old) => ({ ...old, [name]: value })),
  });
  const copy = (event: EventDetail): (() => void) => {
    const before = draft.touched ? plan : null;
    change(() => planLike(event));
    return () => (before ? change(() => before) : void draft.discard());
  };

  return (
    <DraftForm
      writer={writer}
      duration="大约两分钟"
      theirs={base && differing(partsOf(planOf(base), plan, serverNow()))}
      send={base ? '保存修改' : '发布'}
      note={base ? undefined : shownTo(plan, orgs)}
    >
      {!base && <LikeLast onCopy={copy} />}
      <TextField label="活动名称" placeholder="比如：悦读青春诵读会" {...text('title')} />
      <DayField
        label="哪天"
        name="startsAt"
        value={plan.startsAt === null ? '' : formDate(plan.startsAt)}
        onChange={(date) => change((old) => withDate(old, date, serverNow()))}
      />
      <TimesFields plan={plan} onChange={change} />
      <TextField label="地点" placeholder="比如：市图书馆一楼报告厅" {...text('place')} />
      <CapacityField
        value={plan.capacity}
        onChange={(capacity) => change((old) => ({ ...old, capacity }))}
        hint={base ? '名额增加时，候补按先后自动递补' : undefined}
      />
      <TextField label="活动介绍" multiline placeholder="比如：每人读一首诗，带上想读的那页" {...text('about')} />
      <OtherFields plan={plan} orgs={orgs} fixed={base !== null} onChange={change} />
      {base && <FixedQuestions form={base.form} />}
    </DraftForm>
  );
}
