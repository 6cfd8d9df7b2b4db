import { Text, View } from '@tarojs/components';
import type { Sight } from '@contract/domains/role/views';
import { roleNames } from '@contract/roles';
import { serverNow } from '@/shared/call/clock';
import { termNote } from './words';
import './role.scss';

/** What somebody sees and does, org by org, in words. */
export function Sights({ sights }: { sights: readonly Sight[] }) {
  return (
    <>
      {sights.map(({ org, role, fromAbove, from, until, acting, may }) => {
        const coming = (from ?? 0) > serverNow();
        const notes = [org.name, fromAbove && '上级', acting && '代理', termNote({ from, until, coming })];
        return (
          <View key={`${role} ${org.id} ${from ?? ''} ${until ?? ''} ${String(acting)}`} className="role-sight">
            <Text className="role-sight__title">{roleNames[role]}</Text>
            <Text className="role-sight__context">{notes.filter(Boolean).join(' · ')}</Text>
            <Text className="role-sight__may">{may.length === 0 ? '眼下没有单独的权限' : `能${may.join('；')}`}</Text>
          </View>
        );
      })}
    </>
  );
}
