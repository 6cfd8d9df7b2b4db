import { eventKindNames, eventKinds } from '@contract/domains/event/constants';
import type { ManagedOrg } from '@/shared/org/managedOrg';
import { nameIn } from '@/shared/org/audience';
import { OrgField } from '@/shared/org/OrgField';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { Defaults } from '@/shared/ui/Defaults/Defaults';
import { FormFieldsEditor } from '@/shared/participation/FormFieldsEditor';
import type { EventPlan } from './plan';

interface Props {
  plan: EventPlan;
  orgs: readonly ManagedOrg[];
  /** Published: for whom it is and what it asks stay as they are. */
  fixed: boolean;
  onChange: (update: (old: EventPlan) => EventPlan) => void;
}

const asksText = ({ form }: EventPlan): string => (form.length === 0 ? '报名不问问题' : `报名问 ${form.length} 个问题`);

/** What kind it is, for whom, and what sign-up asks: mostly right as it is. */
export function OtherFields({ plan, orgs, fixed, onChange }: Props) {
  const kind = eventKindNames[plan.kind];
  const host = { id: plan.orgId, name: plan.orgName };
  return (
    <Defaults
      text={fixed ? kind : `${kind}，${nameIn(orgs, host)}主办，${asksText(plan)}`}
      names={['orgId', ...plan.form.map((_, index) => `form.${index}`)]}
    >
      <ChoiceField
        label="类型"
        options={eventKinds.map((value) => ({ label: eventKindNames[value], value }))}
        value={plan.kind}
        onChange={(value) => onChange((old) => ({ ...old, kind: value }))}
      />
      {!fixed && (
        <>
          <OrgField
            label="主办组织"
            orgs={orgs}
            value={host}
            onChange={({ id, name }) => onChange((old) => ({ ...old, orgId: id, orgName: name }))}
          />
          <FormFieldsEditor
            form={plan.form}
            onChange={(update) => onChange((old) => ({ ...old, form: update(old.form) }))}
          />
        </>
      )}
    </Defaults>
  );
}
