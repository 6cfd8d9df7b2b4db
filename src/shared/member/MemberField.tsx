import { Text, View } from '@tarojs/components';
import type { PickedMember } from '@/routes/member';
import { useField } from '@/shared/form/useField';
import { usePick } from '@/shared/pick';
import { isPermitted, useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/Button/Button';
import { Field } from '@/shared/ui/Field/Field';
import './MemberField.scss';

interface Props {
  label: string;
  name: string;
  /** Members of this org and of all below it are offered. */
  org?: { id: string; name: string };
  /** The person's own role that the other is to have: who may not see members finds him by his full name. */
  ownRole?: string;
  value: PickedMember | null;
  onChange: (member: PickedMember) => void;
}

/** A member, picked from a list, or found by name. */
export function MemberField({ label, name, org, ownRole, value, onChange }: Props) {
  const field = useField(name);
  const list = usePick('memberPick', onChange);
  const find = usePick('namedPick', onChange);
  const sees = isPermitted(useSession().data, 'member:see');
  const finds = ownRole !== undefined && !sees;
  const pick = () => (finds ? find({ id: ownRole }) : list(org === undefined ? {} : { orgId: org.id, name: org.name }));
  return (
    <Field id={field.id} label={label} error={field.error} hint={value?.orgName}>
      <View className="sx-member-field">
        {value && <Text className="sx-member-field__name">{value.name}</Text>}
        <Button kind={value ? 'text' : 'quiet'} onClick={pick}>
          {value ? '换一位' : finds ? '按姓名找' : '从成员里选'}
        </Button>
      </View>
    </Field>
  );
}
