import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { OrgKind } from '@contract/roles';
import { Button } from '@/shared/ui/Button/Button';
import '@/shared/ui/TextField/TextField.scss';
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
  error?: string;
}

/** Kinds that have nothing below them. */
const leaves: readonly OrgKind[] = ['branch', 'department'];

/** For which org: one's own without a tap, or one below it; where there is no choice, only who will see it. */
export function OrgField({ label, orgs, value, onChange, error }: Props) {
  const [open, setOpen] = useState(false);
  const choice = orgs.length > 1 || orgs.some(({ kind }) => !leaves.includes(kind));
  const name = orgs.find(({ id }) => id === value.id)?.name ?? value.name;
  if (!choice) return <Text className="sx-form__note">{`只有${name}的成员看得到。`}</Text>;
  return (
    <View className="sx-field">
      <Text className="sx-field__label">{label}</Text>
      <View className="sx-org__chosen">
        <Text className="sx-org__name">{name}</Text>
        <Button
          kind="text"
          ariaLabel={open ? '收起，不换组织了' : `换一个组织，现在是${name}`}
          expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? '收起' : '换一个'}
        </Button>
      </View>
      <View className="sx-field__foot">
        <Text className={error ? 'sx-field__error' : 'sx-field__hint'}>
          {error ?? '这个组织和它下属组织的成员看得到，其他人看不到。'}
        </Text>
      </View>
      {open && (
        <OrgFinder
          orgs={orgs}
          onChoose={(org) => {
            onChange(org);
            setOpen(false);
          }}
        />
      )}
    </View>
  );
}
