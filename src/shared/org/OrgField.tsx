import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useField } from '@/shared/form/useField';
import { Button } from '@/shared/ui/Button/Button';
import { Field } from '@/shared/ui/Field/Field';
import { leaves, nameIn } from './audience';
import type { ManagedOrg } from './managedOrg';
import { OrgFinder } from './OrgFinder';
import './OrgField.scss';

type Chosen = Pick<ManagedOrg, 'id' | 'name'>;

interface Props {
  label: string;
  /** Those the person runs; each may be chosen, and whatever is below it. */
  orgs: readonly ManagedOrg[];
  value: Chosen;
  onChange: (org: Chosen) => void;
}

/** For which org: one's own without a tap, or one below it; where there is no choice, only who will see it. */
export function OrgField({ label, orgs, value, onChange }: Props) {
  const field = useField('orgId');
  const [open, setOpen] = useState(false);
  const choice = orgs.length > 1 || orgs.some(({ kind }) => !leaves.includes(kind));
  const name = nameIn(orgs, value);
  if (!choice) return <Text className="sx-form__note">{`只有${name}的成员看得到。`}</Text>;
  return (
    <>
      <Field id={field.id} label={label} error={field.error} hint="这个组织和它下属组织的成员看得到，其他人看不到。">
        <View className="sx-org__chosen">
          <Text className="sx-org__name">{name}</Text>
          <Button
            kind="text"
            label={open ? '收起，不换组织了' : `换一个组织，现在是${name}`}
            expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? '收起' : '换一个'}
          </Button>
        </View>
      </Field>
      {open && (
        <OrgFinder
          orgs={orgs}
          onChoose={(org) => {
            onChange(org);
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
