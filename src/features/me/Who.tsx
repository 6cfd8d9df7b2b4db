import { Text, View } from '@tarojs/components';
import type { Session } from '@contract/domains/me/actions';
import { roleNames } from '@contract/roles';
import './Who.scss';

/** My name, my organisations, my duties. */
export function Who({ session }: { session: Session }) {
  return (
    <View className="who">
      <Text className="who__name">{session.member.name}</Text>
      {session.orgs.map((org) => (
        <Text key={org.id} className="who__line">
          {org.name}
        </Text>
      ))}
      {session.roles.map(({ role, org }) => (
        <Text key={`${role}:${org.id}`} className="who__line">
          {`${org.name} · ${roleNames[role]}`}
        </Text>
      ))}
    </View>
  );
}
