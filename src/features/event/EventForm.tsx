import { eventKindNames, eventKinds } from '@contract/constants';
import type { EventDetail } from '@contract/actions/event';
import { eventFields } from '@contract/fields';
import { serverNow } from '@/shared/call/clock';
import { differing } from '@/shared/draft/differing';
import { DraftForm } from '@/shared/draft/DraftForm';
import type { ManagedOrg } from '@/shared/org/managedOrg';
import { OrgField } from '@/shared/org/OrgField';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { DateTimeField } from '@/shared/ui/DateTimeField/DateTimeField';
import { TextField } from '@/shared/ui/TextField/TextField';
import { FixedQuestions } from './FixedQuestions';
import { FormFieldsEditor } from './FormFieldsEditor';
import { partsOf } from './parts';
import { planOf, type EventPlan } from './plan';
import { timesOf, withStart } from './times';
import { useEventWriter } from './useEventWriter';

interface Props {
  /** Organisations the person may organise for. */
  orgs: readonly ManagedOrg[];
  base: EventDetail | null;
  start: EventPlan;
  onSaved: (event: EventDetail) => void;
}

/** Plans an event or revises one. */
export function EventForm({ orgs, base, start, onSaved }: Props) {
  const writer = useEventWriter({ base, start, onSaved });
  const { plan, draft, errorAt } = writer;
  const times = timesOf(plan, serverNow());
  const set = (part: Partial<EventPlan>): void => draft.change((old) => ({ ...old, ...part }));
  const text = (name: 'title' | 'place' | 'about' | 'capacity', label: string, max: number) => ({
    label,
    max,
    value: plan[name],
    onChange: (value: string) => set({ [name]: value }),
    error: errorAt(name),
  });

  return (
    <DraftForm
      writer={writer}
      duration="大约三分钟"
      theirs={base && differing(partsOf(planOf(base), plan, serverNow()))}
      send={base ? '保存修改' : '发布'}
    >
      {!base && (
        <OrgField
          label="主办组织"
          orgs={orgs}
          value={{ id: plan.orgId, name: plan.orgName }}
          onChange={({ id, name }) => set({ orgId: id, orgName: name })}
          error={errorAt('orgId')}
        />
      )}
      <TextField {...text('title', '活动名称', eventFields.title.max)} placeholder="比如：悦读青春诵读会" />
      <ChoiceField
        label="类型"
        options={eventKinds.map((kind) => ({ label: eventKindNames[kind], value: kind }))}
        value={plan.kind}
        onChange={(kind) => set({ kind })}
      />
      <TextField {...text('place', '地点', eventFields.place.max)} />
      <DateTimeField
        label="开始"
        value={plan.startsAt}
        onChange={(startsAt) => draft.change((old) => withStart(old, startsAt))}
        error={errorAt('startsAt')}
      />
      <DateTimeField
        label="结束"
        value={times?.endsAt ?? plan.endsAt}
        hint={times ? undefined : '选好开始，这里自动填上两小时后'}
        onChange={(endsAt) => set({ endsAt })}
        error={errorAt('endsAt')}
      />
      <DateTimeField
        label="报名截止"
        value={times?.deadline ?? plan.deadline}
        hint={times ? undefined : '选好开始，这里自动填好，多半是前一天晚上七点'}
        onChange={(deadline) => set({ deadline })}
        error={errorAt('deadline')}
      />
      <TextField
        {...text('capacity', '名额', 4)}
        type="number"
        hint={base ? '名额增加时，候补按先后自动递补' : '报满后自动进入候补，不会超额'}
      />
      <TextField
        {...text('about', '活动介绍', eventFields.about.max)}
        multiline
        placeholder="做什么，适合谁，要带什么"
      />

      {base ? (
        <FixedQuestions form={base.form} />
      ) : (
        <FormFieldsEditor
          form={plan.form}
          onChange={(update) => draft.change((old) => ({ ...old, form: update(old.form) }))}
          errorAt={errorAt}
        />
      )}
    </DraftForm>
  );
}
