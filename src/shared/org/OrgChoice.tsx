import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/shared/ui/Button/Button';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { hasChoice, nameIn } from './audience';
import type { ManagedOrg } from './managedOrg';
import { OrgFinder } from './OrgFinder';
import './OrgChoice.scss';

export type ChosenOrg = Pick<ManagedOrg, 'id' | 'name'>;

interface Props {
  /** Those the person runs. */
  orgs: readonly ManagedOrg[];
  /** Null while none is chosen; then there is nothing but the search. */
  value: ChosenOrg | null;
  onChange: (org: ChosenOrg) => void;
  /** What is below them may be chosen as well, found by name; whoever may not look below chooses among his own. */
  finds: boolean;
  /** One that is not among what is found. */
  without?: string;
}

/** Of which org: it stands there, and a tap away are the others. */
export function OrgChoice({ orgs, value, onChange, finds, without }: Props) {
  const [open, setOpen] = useState(false);
  const name = value && nameIn(orgs, value);
  const choose = (org: ChosenOrg) => {
    onChange(org);
    setOpen(false);
  };
  const others = finds ? (
    <OrgFinder orgs={orgs} without={without} onChoose={choose} />
  ) : (
    <ChoiceField
      label="您管理的"
      options={orgs.map((org) => ({ value: org.id, label: org.name }))}
      value={value?.id ?? null}
      onChange={(id) => orgs.filter((org) => org.id === id).forEach(choose)}
    />
  );
  return (
    <View className="sx-org-choice">
      {name !== null && (
        <View className="sx-org-choice__line">
          <Text className="sx-org-choice__name">{name}</Text>
          {hasChoice(orgs, finds) && (
            <Button
              kind="text"
              label={open ? '收起，不换组织了' : `换一个组织，现在是${name}`}
              expanded={open}
              onClick={() => setOpen(!open)}
            >
              {open ? '收起' : '换一个'}
            </Button>
          )}
        </View>
      )}
      {(open || value === null) && others}
    </View>
  );
}
