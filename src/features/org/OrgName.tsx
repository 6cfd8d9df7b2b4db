import { Text, View } from '@tarojs/components';
import { type OrgKind, orgKindNames } from '@contract/roles';
import './Org.scss';

/** Which org a page is about. */
export function OrgName({ org: { name, kind } }: { org: { name: string; kind: OrgKind } }) {
  return (
    <>
      <Text className="org__kind">{orgKindNames[kind]}</Text>
      <View className="org__name" ariaRole="heading" ariaLevel={2}>
        {name}
      </View>
    </>
  );
}
