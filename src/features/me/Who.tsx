import { Text, View } from '@tarojs/components';
import type { Session } from '@contract/domains/me/actions';
import { go } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { NameSeal } from '@/shared/ui/Seal/NameSeal';
import { Belongings } from './Belongings';
import './Who.scss';

/** My name under a seal with my surname, and the orgs where I belong or hold something. */
export function Who({ session }: { session: Session }) {
  const { name } = session.member;
  return (
    <View className="who">
      <View className="who__head">
        <NameSeal name={name} />
        <Text className="who__name">{name}</Text>
        <Button kind="text" onClick={() => go('rename')}>
          改姓名
        </Button>
      </View>
      <Belongings session={session} />
    </View>
  );
}
